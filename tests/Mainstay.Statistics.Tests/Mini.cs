using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Tests;

/// <summary>The eight weighted histories of domain §1.9 that need no file, from a one-time buyer to 26 repeats.</summary>
internal static class Mini
{
    private static readonly double[] s_logGaps =
    [
        0, 0, Math.Log(1.71), Math.Log(10) + Math.Log(20.43),
        Math.Log(3) + Math.Log(7) + Math.Log(8) + Math.Log(8.57), 7 * Math.Log(29.43 / 7), 10 * Math.Log(3.5),
        26 * Math.Log(30.86 / 26),
    ];

    public static PurchaseHistories Histories { get; } = new(
        [0, 0, 1, 2, 4, 7, 10, 26],
        [0, 0, 1.71, 30.43, 26.57, 29.43, 35, 30.86],
        [38.86, 27, 38.86, 38.86, 31, 38.86, 39, 31],
        [5, 3, 4, 2, 2, 1, 1, 1]);

    /// <summary>The same with the sum of the logarithms of the gaps, which regular buying asks for.</summary>
    public static IReadOnlyList<PurchaseHistory> RegularRows { get; } =
        [.. Rows.Select((h, i) => h with { LogGaps = s_logGaps[i] })];

    /// <summary>Those as columns, where only the total is kept.</summary>
    public static PurchaseHistories Regular { get; } =
        new(Histories.X, Histories.Tx, Histories.T, Histories.Weight)
        {
            TotalLogGaps = s_logGaps.Select((sum, i) => sum * Histories.Weight[i]).Sum(),
        };

    public static IEnumerable<PurchaseHistory> Rows => Enumerable.Range(0, Histories.Count).Select(i => Histories[i]);

    /// <summary>Asserts one value per row, to the digits the oracle prints.</summary>
    public static void Equal(double[] expected, Func<PurchaseHistory, double> actual, double tolerance)
    {
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual(Histories[i]), tolerance);
    }
}
