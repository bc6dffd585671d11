using Mainstay.Ledger.Engines;
using Mainstay.Statistics;
using Mainstay.Statistics.Choice;

namespace Mainstay.Lifecycle;

/// <summary>The distinct purchase histories at a cutoff, with what was bought from then to as-of.</summary>
internal static class CutoffHistories
{
    /// <summary>
    /// Reads them from the purchase_days of this session, of the customers in a sample or of everyone; the cutoff lies
    /// before as-of.
    /// </summary>
    public static HoldoutHistories Read(
        SqlSession sql, DateOnly cutoff, DateOnly asOf, Period period, CustomerSample sample, bool withGaps)
    {
        double? gaps = withGaps ? LogGaps.Read(sql, cutoff, asOf, period) : null;
        sql.Materialize(
            "cutoff_history", SqlFile.Beside(typeof(CutoffHistories), "cutoff_history"),
            ("cutoff", cutoff), ("as_of", asOf), ("everyone", sample.IsEveryone));
        var histories = Distinct(sql, cutoff, period, period.Of(asOf.DayNumber - cutoff.DayNumber), gaps);
        sql.Drop("cutoff_history");
        return histories;
    }

    private static HoldoutHistories Distinct(SqlSession sql, DateOnly cutoff, Period period, double t, double? gaps)
    {
        var (x, tx, T) = (new List<double>(), new List<double>(), new List<double>());
        var (y, weight) = (new List<double>(), new List<double>());
        using var columns = sql.ReadColumns(
            SqlFile.Beside(typeof(CutoffHistories), "distinct_holdouts"), ("cutoff", cutoff));
        while (columns.NextChunk())
        {
            var frequency = columns.Values<long>(0);
            var recency = columns.Values<long>(1);
            var days = columns.Values<long>(2);
            var purchases = columns.Values<long>(3);
            var customers = columns.Values<long>(4);
            for (var row = 0; row < columns.RowCount; row++)
            {
                x.Add(frequency[row]);
                tx.Add(period.Of(recency[row]));
                T.Add(period.Of(days[row]));
                y.Add(purchases[row]);
                weight.Add(customers[row]);
            }
        }

        return new([.. x], [.. tx], [.. T], [.. y], [.. weight], t) { TotalLogGaps = gaps };
    }
}
