namespace Mainstay.Statistics.Posterior;

/// <summary>
/// Pareto-smoothed importance sampling: the largest importance weights are replaced by what their fitted tail expects,
/// and the tail's shape k̂ says whether the proposal can be trusted at all.
/// </summary>
/// <remarks>[VSGYG24] Vehtari, Simpson, Gelman, Yao &amp; Gabry, JMLR 25(72), 2024.</remarks>
public sealed class ParetoSmoothing
{
    private ParetoSmoothing(double[] weights, double khat)
    {
        (Weights, KHat) = (weights, khat);
        var squares = 0.0;
        foreach (var weight in weights)
            squares += weight * weight;
        EffectiveSampleSize = 1 / squares;
    }

    /// <summary>Smoothed weights in the order of the draws; they sum to 1.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>k̂: below 0.5 good, above <see cref="Threshold"/> the weights mean nothing.</summary>
    public double KHat { get; }

    /// <summary>1/Σw²: how many equally weighted draws these are worth.</summary>
    public double EffectiveSampleSize { get; }

    /// <summary>The k̂ that so many draws still carry: min(1 − 1/log₁₀S, 0.7). [VSGYG24 eq. 13]</summary>
    public double Threshold => Math.Min(1 - (1 / Math.Log10(Weights.Count)), 0.7);

    /// <summary>Whether k̂ is below the threshold.</summary>
    public bool Reliable => KHat < Threshold;

    /// <summary>Smooths the weights of independent draws.</summary>
    /// <param name="logRatios">Log target minus log proposal, up to a constant; −∞ stands for a weight of 0.</param>
    /// <exception cref="ArgumentException">There are fewer than 25 draws, or no ratio is finite.</exception>
    public static ParetoSmoothing Of(ReadOnlySpan<double> logRatios)
    {
        var count = logRatios.Length;
        if (count < 25)
            throw new ArgumentException($"{count} draws; expected 25 or more.", nameof(logRatios));
        var order = new int[count];
        for (var i = 0; i < count; i++)
            order[i] = i;
        Array.Sort(logRatios.ToArray(), order);
        var top = logRatios[order[^1]];
        if (!double.IsFinite(top))
            throw new ArgumentException("no draw has a finite ratio.", nameof(logRatios));

        var logs = new double[count];
        for (var i = 0; i < count; i++)
            logs[i] = double.IsNaN(logRatios[i]) ? double.NegativeInfinity : logRatios[i] - top;
        var khat = SmoothTail(logs, order);
        return new(Normalised(logs), khat);
    }

    /// <summary>Replaces the largest of the log weights, in their order; returns k̂, 0 where there is no tail.</summary>
    private static double SmoothTail(double[] logs, int[] order)
    {
        var tail = (int)Math.Ceiling(Math.Min(0.2 * logs.Length, 3 * Math.Sqrt(logs.Length)));
        var cutoff = Math.Exp(logs[order[^(tail + 1)]]);
        var exceedances = new double[tail];
        for (var j = 0; j < tail; j++)
            exceedances[j] = Math.Exp(logs[order[order.Length - tail + j]]) - cutoff;
        if (exceedances[0] <= 0 || exceedances[^1] - exceedances[0] <= 1e-12 * (cutoff + exceedances[^1]))
            return 0;

        var pareto = GeneralizedPareto.Estimate(exceedances);
        for (var j = 0; j < tail; j++)
        {
            var smoothed = Math.Log(cutoff + pareto.Quantile((j + 0.5) / tail));
            logs[order[order.Length - tail + j]] = Math.Min(smoothed, 0);
        }

        return pareto.K;
    }

    private static double[] Normalised(double[] logs)
    {
        var weights = Array.ConvertAll(logs, Math.Exp);
        var total = weights.Sum();
        return Array.ConvertAll(weights, weight => weight / total);
    }
}
