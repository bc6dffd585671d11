using Mainstay.Worth;

namespace Mainstay.Web.Worth;

/// <summary>A point of the whale curve as shown: about one per hundredth of the customers, and those with a label.</summary>
/// <param name="Point">The point.</param>
/// <param name="Mark">Its direct label; null for most.</param>
/// <param name="Tone">Tier whose colour the label's dot takes.</param>
internal sealed record WhaleRow(WhalePoint Point, string? Mark, string? Tone)
{
    /// <summary>Thins the curve and finds the points to name: the end of each of the best three tiers, and the peak.</summary>
    public static IReadOnlyList<WhaleRow> Of(AnalysisDocument document, Shell.Format format)
    {
        var points = document.Whale.Points;
        var marks = new Dictionary<WhalePoint, (string Mark, string? Tone)>();
        var share = 0.0;
        foreach (var tier in document.Tiers.Take(3).Where(tier => tier.Customers > 0))
        {
            share += tier.ShareOfCustomers;
            if (points.MinBy(point => Math.Abs(point.ShareOfCustomers - share)) is { } end)
                marks[end] = ($"{tier.Name} {Label(end, format)}", tier.Name);
        }

        if (document.Whale is { Peak: not null, ImplicitLosses: > 0 } && points.MaxBy(point => point.CumulativeProfit) is { } peak)
            marks[peak] = ($"peak {Label(peak, format)}", null);

        return points
            .Where((point, i) => i == 0 || i == points.Count - 1 || marks.ContainsKey(point)
                || Hundredth(point) != Hundredth(points[i - 1]))
            .Select(point => marks.TryGetValue(point, out var label)
                ? new WhaleRow(point, label.Mark, label.Tone)
                : new WhaleRow(point, null, null))
            .ToList();
    }

    private static int Hundredth(WhalePoint point) => (int)Math.Floor(100 * point.ShareOfCustomers);

    private static string Label(WhalePoint point, Shell.Format format) =>
        point.ShareOfProfit is { } share ? format.Percent(share) : format.CompactMoney(point.CumulativeProfit);
}
