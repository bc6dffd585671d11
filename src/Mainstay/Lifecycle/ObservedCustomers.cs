using Mainstay.Ledger.Engines;
using Mainstay.Statistics;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Spend;
using Mainstay.Worth;

namespace Mainstay.Lifecycle;

/// <summary>
/// The customers of an open connection as the models see them, without valuing anybody: what <c>model</c> works on.
/// </summary>
public sealed class ObservedCustomers
{
    private readonly SqlSession _sql;
    private readonly DistinctHistories _histories;

    private ObservedCustomers(
        SqlSession sql, DateOnly asOf, Period period, DistinctHistories histories, double logGaps)
    {
        (_sql, AsOf, Period, _histories) = (sql, asOf, period, histories);
        Histories = histories.In(period, logGaps);
    }

    /// <summary>End of observation.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Unit of time of the histories.</summary>
    public Period Period { get; }

    /// <summary>Distinct histories with the number of customers who share each.</summary>
    public PurchaseHistories Histories { get; }

    /// <summary>Derives them from purchase_days; leaves temporary tables on the session.</summary>
    /// <exception cref="NothingToAnalyzeException">There is no order line, and no as-of.</exception>
    public static ObservedCustomers Read(SqlSession sql, DateOnly? asOf, Period period)
    {
        var end = asOf ?? LastOrderDay.Of(sql);
        PurchaseHistoryTables.Build(sql, end, marginRate: 0, byMonth: false);
        return new(sql, end, period, DistinctHistories.Read(sql, end), LogGaps.Read(sql, end, end, period));
    }

    /// <summary>Mean spend per repeat purchase day, by customer.</summary>
    public SpendSummaries Spends() => SpendModel.ReadSpends(_sql);

    /// <summary>Every customer with their history, by key.</summary>
    public IEnumerable<(string Customer, PurchaseHistory History)> Each()
    {
        using var customers = _sql.Read(SqlFile.Beside<ObservedCustomers>("observed_customers"), ("as_of", AsOf));
        while (customers.Read())
        {
            yield return (customers.GetString(0), new(
                customers.GetInt64(1), Period.Of(customers.GetInt64(2)), Period.Of(customers.GetInt64(3))));
        }
    }

    /// <summary>What a model foretells of every customer, by key.</summary>
    /// <param name="forecasts">One per row of <see cref="Histories"/>.</param>
    /// <param name="customer">Called once per customer.</param>
    public void Predict(IReadOnlyList<HistoryForecast> forecasts, Action<CustomerForecast> customer)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        ArgumentNullException.ThrowIfNull(customer);
        var rows = new Dictionary<(long, long, long), int>();
        for (var row = 0; row < _histories.Count; row++)
            rows.Add((_histories.Frequency(row), _histories.RecencyDays(row), _histories.Days(row)), row);
        using var customers = _sql.Read(SqlFile.Beside<ObservedCustomers>("observed_customers"), ("as_of", AsOf));
        while (customers.Read())
        {
            var row = rows[(customers.GetInt64(1), customers.GetInt64(2), customers.GetInt64(3))];
            customer(new(
                customers.GetString(0), customers.GetInt64(1), Period.Of(customers.GetInt64(2)),
                Period.Of(customers.GetInt64(3)), forecasts[row]));
        }
    }
}
