namespace Mainstay.Statistics.Posterior;

/// <summary>Quantiles of weighted draws.</summary>
internal static class WeightedQuantile
{
    /// <summary>
    /// The value below which a share of the weight lies, between draws in proportion. Draws are taken in ascending
    /// order of <paramref name="values"/>; the weights sum to 1.
    /// </summary>
    public static double Of(ReadOnlySpan<double> values, IReadOnlyList<double> weights, double share)
    {
        var (sorted, order) = (values.ToArray(), new int[values.Length]);
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(sorted, order);
        var below = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var weight = weights[order[i]];
            if (below + weight >= share && weight > 0)
            {
                var previous = i == 0 ? sorted[0] : sorted[i - 1];
                return previous + ((sorted[i] - previous) * (share - below) / weight);
            }

            below += weight;
        }

        return sorted[^1];
    }

    /// <summary>The central interval of that much weight.</summary>
    public static Interval Central(ReadOnlySpan<double> values, IReadOnlyList<double> weights, double level) =>
        new(Of(values, weights, (1 - level) / 2), Of(values, weights, (1 + level) / 2), level);
}
