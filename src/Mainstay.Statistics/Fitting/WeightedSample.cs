namespace Mainstay.Statistics.Fitting;

/// <summary>
/// A small weighted data set that stands for a large one: the row under each of evenly spaced points of the cumulated
/// weight, so that a row is drawn in proportion to its weight. No chance is involved.
/// </summary>
internal static class WeightedSample
{
    public static (int[] Rows, double[] Weights) Draw(ReadOnlySpan<double> weight, double total, int points)
    {
        var (rows, weights) = (new List<int>(points), new List<double>(points));
        var (step, cumulated, drawn) = (total / points, 0.0, 0);
        for (var i = 0; i < weight.Length; i++)
        {
            cumulated += weight[i];
            var hits = (int)((cumulated / step) + 0.5) - drawn;
            if (hits == 0)
                continue;
            drawn += hits;
            rows.Add(i);
            weights.Add(hits * step);
        }

        return ([.. rows], [.. weights]);
    }
}
