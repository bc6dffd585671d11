using System.Data.Common;
using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Tiers;

/// <summary>Finds the gold customers of a snapshot and what sets them apart from the customer in the middle.</summary>
internal sealed class GoldList(SqlSession sql, Snapshot snapshot)
{
    private static readonly string[] s_measures = ["purchase_days", "spend_per_day", "margin_rate", "service_rate"];

    // Less than a fifth from the middle sets nobody apart.
    private const double Apart = 1.2;

    private readonly MinorUnit _unit = MinorUnit.Of(snapshot.Document.Currency);

    public IReadOnlyList<GoldCustomer> Read(long? count)
    {
        var medians = Medians();
        var gold = new List<GoldCustomer>();
        var total = snapshot.Document.Whale.TotalProfit;
        using var row = sql.Read(
            SqlFile.Beside<GoldList>("gold_customers"), ("snapshot_id", snapshot.Id), ("count", count));
        while (row.Read())
        {
            var margin = row.GetDecimal(2);
            gold.Add(new(
                row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), _unit.Round(margin),
                total > 0 ? (double)(margin / total) : null, _unit.Round(Number(row, 3)),
                Reasons([row.GetInt64(4), Number(row, 5), Number(row, 6), Number(row, 7)], medians)));
        }

        return gold;
    }

    private double?[] Medians()
    {
        using var row = sql.Read(SqlFile.Beside<GoldList>("median_customer"), ("snapshot_id", snapshot.Id));
        row.Read();
        return [Number(row, 0), Number(row, 1), Number(row, 2), Number(row, 3)];
    }

    private static IReadOnlyList<GoldReason> Reasons(double?[] values, double?[] medians) =>
        [.. s_measures.Select((what, at) => (what, value: values[at], median: medians[at]))
            .Where(one => one is { value: not null, median: not null })
            .Select(one => (Reason: new GoldReason(one.what, one.value!.Value, one.median!.Value),
                Times: Times(one.what, one.value.Value, one.median.Value)))
            .Where(one => one.Times >= Apart).OrderByDescending(one => one.Times).Select(one => one.Reason)];

    /// <summary>How many times better than the middle: less service is better, more of anything else.</summary>
    private static double Times(string what, double value, double median) => what == "service_rate"
        ? median > 0 ? median / Math.Max(value, median / 100) : 1
        : median > 0 ? value / median : 1;

    private static double? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);
}
