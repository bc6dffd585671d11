using Mainstay.Ledger.Engines;
using Mainstay.Statistics;
using Mainstay.Statistics.Attrition;

namespace Mainstay.Lifecycle;

/// <summary>The distinct purchase histories, in days, with the number of customers who share each.</summary>
internal sealed class DistinctHistories
{
    private readonly List<long> _frequency = [];
    private readonly List<long> _recencyDays = [];
    private readonly List<long> _days = [];
    private readonly List<long> _customers = [];

    /// <summary>Number of distinct histories.</summary>
    public int Count => _frequency.Count;

    /// <summary>Repeat purchase days of row <paramref name="row"/>.</summary>
    public long Frequency(int row) => _frequency[row];

    /// <summary>First to last purchase day.</summary>
    public long RecencyDays(int row) => _recencyDays[row];

    /// <summary>First purchase day to as-of.</summary>
    public long Days(int row) => _days[row];

    /// <summary>Customers with this history.</summary>
    public long Customers(int row) => _customers[row];

    /// <summary>Customers with at least one repeat purchase day.</summary>
    public long RepeatCustomers => Rows().Where(row => _frequency[row] > 0).Sum(Customers);

    /// <summary>Σx.</summary>
    public long RepeatPurchases => Rows().Sum(row => checked(_frequency[row] * _customers[row]));

    /// <summary>The longest history of repeat purchases.</summary>
    public long HighestFrequency => Count == 0 ? 0 : _frequency[^1];

    /// <summary>Reads them from the customer_history of this session.</summary>
    public static DistinctHistories Read(SqlSession sql, DateOnly asOf)
    {
        var histories = new DistinctHistories();
        using var columns = sql.ReadColumns(SqlFile.Beside<DistinctHistories>("distinct_histories"), ("as_of", asOf));
        while (columns.NextChunk())
        {
            histories._frequency.AddRange(columns.Values<long>(0));
            histories._recencyDays.AddRange(columns.Values<long>(1));
            histories._days.AddRange(columns.Values<long>(2));
            histories._customers.AddRange(columns.Values<long>(3));
        }

        return histories;
    }

    /// <summary>The same rows as the models take them, times in <paramref name="period"/>.</summary>
    public PurchaseHistories In(Period period, double? logGaps = null)
    {
        var (x, tx, T, weight) = (new double[Count], new double[Count], new double[Count], new double[Count]);
        for (var row = 0; row < Count; row++)
        {
            x[row] = _frequency[row];
            tx[row] = period.Of(_recencyDays[row]);
            T[row] = period.Of(_days[row]);
            weight[row] = _customers[row];
        }

        return new(x, tx, T, weight) { TotalLogGaps = logGaps };
    }

    private IEnumerable<int> Rows() => Enumerable.Range(0, Count);
}
