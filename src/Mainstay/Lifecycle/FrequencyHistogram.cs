using Mainstay.Statistics.Attrition;

namespace Mainstay.Lifecycle;

/// <summary>Customers by number of repeat purchases, counted and as the model expects them.</summary>
internal static class FrequencyHistogram
{
    // The literature's own cut: 0 to 6, then 7 and more.
    private const int Last = 7;

    public static IReadOnlyList<FrequencyBin> Of(
        DistinctHistories histories, PurchaseHistories columns, ILatentAttrition? model)
    {
        if (histories.Count == 0)
            return [];
        var actual = new long[Last + 1];
        for (var row = 0; row < histories.Count; row++)
            actual[Math.Min(histories.Frequency(row), Last)] += histories.Customers(row);
        var expected = model?.ExpectedFrequencies(columns, Last);
        return [.. actual.Select((count, x) => new FrequencyBin(x, x == Last, count, expected?[x]))];
    }
}
