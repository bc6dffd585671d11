using Mainstay.Worth;

namespace Mainstay.Web.Worth;

/// <summary>A point of the whale curve as shown: one per hundredth of the customers, and those with a label.</summary>
/// <param name="Point">The point.</param>
/// <param name="Mark">Its direct label; null for most.</param>
/// <param name="Tone">Tier whose colour the label's dot takes.</param>
internal sealed record WhaleRow(WhalePoint Point, string? Mark, string? Tone)
{
    // The curve climbs steeply over the first customers: there, every point counts.
    private const double SteepUntil = 0.03;

    /// <summary>Thins the curve and names the end of each of the best three tiers, and the peak.</summary>
    public static IReadOnlyList<WhaleRow> Of(AnalysisDocument document, Shell.Format format)
    {
        var named = TierEnds(document, format).Concat(Peak(document.Whale, format)).ToList();
        var taken = named.Select(row => row.Point.ShareOfCustomers).ToHashSet();
        var points = document.Whale.Points;
        return points
            .Where((point, i) => i == 0 || i == points.Count - 1 || point.ShareOfCustomers < SteepUntil
                || Hundredth(point) != Hundredth(points[i - 1]))
            .Where(point => !taken.Contains(point.ShareOfCustomers))
            .Select(point => new WhaleRow(point, null, null))
            .Concat(named)
            .OrderBy(row => row.Point.ShareOfCustomers)
            .ToList();
    }

    /// <summary>Exact, from the tiers themselves: the curve's own points are only near them.</summary>
    private static IEnumerable<WhaleRow> TierEnds(AnalysisDocument document, Shell.Format format)
    {
        var (share, profit) = (0.0, 0m);
        foreach (var tier in document.Tiers.Take(3).Where(tier => tier.Customers > 0))
        {
            (share, profit) = (share + tier.ShareOfCustomers, profit + tier.Profit);
            var total = document.Whale.TotalProfit;
            var end = new WhalePoint(share, profit, total > 0 ? (double)(profit / total) : null);
            yield return new(end, $"{tier.Name} {Label(end, format)}", tier.Name);
        }
    }

    private static IEnumerable<WhaleRow> Peak(WhaleCurve whale, Shell.Format format)
    {
        if (whale is { Peak: not null, ImplicitLosses: > 0 })
        {
            var peak = whale.Points.MaxBy(point => point.CumulativeProfit)!;
            yield return new(peak, $"peak {Label(peak, format)}", null);
        }
    }

    private static int Hundredth(WhalePoint point) => (int)Math.Floor(100 * point.ShareOfCustomers);

    private static string Label(WhalePoint point, Shell.Format format) =>
        point.ShareOfProfit is { } share ? format.Percent(share) : format.CompactMoney(point.CumulativeProfit);
}
