using Mainstay.Statistics.Special;

namespace Mainstay.Statistics.Posterior;

/// <summary>The generalised Pareto distribution of exceedances, which says how heavy the tail of weights is.</summary>
/// <param name="K">Shape k: 0 exponential, 1/2 no finite variance.</param>
/// <param name="Sigma">Scale σ, more than 0.</param>
/// <remarks>[ZS09] Zhang &amp; Stephens, Technometrics 51(3), 2009. [VSGYG24] Vehtari et al., JMLR 25(72), 2024.</remarks>
public readonly record struct GeneralizedPareto(double K, double Sigma)
{
    // The weak prior of [VSGYG24], worth ten exceedances of shape 1/2.
    private const double PriorExceedances = 10;
    private const double PriorShape = 0.5;

    /// <summary>
    /// The estimate of [ZS09], its shape shrunk towards 1/2 as [VSGYG24, appendix] does; σ comes from the shape before.
    /// </summary>
    /// <param name="exceedances">Ascending, more than 0, at least five of them and not all equal.</param>
    /// <exception cref="ArgumentException">There are fewer than five, or the largest is not finite and above 0.</exception>
    public static GeneralizedPareto Estimate(ReadOnlySpan<double> exceedances)
    {
        var n = exceedances.Length;
        if (n < 5 || !(exceedances[^1] > 0) || !double.IsFinite(exceedances[^1]))
            throw new ArgumentException("needs five exceedances or more, the largest finite and above 0.", nameof(exceedances));

        var m = 30 + (int)Math.Sqrt(n);
        var quartile = Math.Max(exceedances[(int)((n / 4.0) + 0.5) - 1], double.Epsilon * 1e10);
        var (b, profile) = (new double[m], new double[m]);
        for (var j = 0; j < m; j++)
        {
            b[j] = (1 / exceedances[^1]) + ((1 - Math.Sqrt(m / (j + 0.5))) / (3 * quartile));
            var shape = ShapeAt(b[j], exceedances);
            profile[j] = n * (Math.Log(-b[j] / shape) - shape - 1);
        }

        var (best, total, mean) = (profile.Max(), 0.0, 0.0);
        for (var j = 0; j < m; j++)
        {
            var weight = Math.Exp(profile[j] - best);
            total += weight;
            mean += weight * b[j];
        }

        mean /= total;
        var k = ShapeAt(mean, exceedances);
        return new(((k * n) + (PriorExceedances * PriorShape)) / (n + PriorExceedances), -k / mean);
    }

    /// <summary>The exceedance that a share p of exceedances stays below; p in [0, 1).</summary>
    public double Quantile(double p)
    {
        var log = Stable.Log1p(-p);
        return K == 0 ? -Sigma * log : Sigma * Stable.Expm1(-K * log) / K;
    }

    private static double ShapeAt(double b, ReadOnlySpan<double> exceedances)
    {
        var sum = 0.0;
        foreach (var y in exceedances)
            sum += Stable.Log1p(-b * y);
        return sum / exceedances.Length;
    }
}
