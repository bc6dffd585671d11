using System.Numerics;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// Purchases expected of a customer alive with p ~ Beta(a, b) and j of k stages behind them. N stages passed are
/// ⌊(N + j)/k⌋ purchases, each made if the coins before it allowed: E[(1 − q^⌊(N+j)/k⌋)/p], q = 1 − p.
/// </summary>
internal sealed class RegularPurchases(int k, double a, double b)
{
    // Stages worth adding up one by one: some ten microseconds.
    private const double Countable = 5000;

    // From this q downwards few purchases follow one another, and the spectrum's terms, q^(−(k−1)/k), would cancel.
    private const double FewFollow = 0.25;

    private readonly Lazy<DropoutPosterior> _dropout = new(() => new(a, b));

    /// <summary>
    /// Expected purchases while N stages are passed, N negative binomial: rate ~ Gamma(R, A) over t, z = t/A.
    /// </summary>
    public double Expected(double R, double z, int j)
    {
        if (z == 0)
            return 0;
        return (R * z) + (40 * (1 + z)) < Countable ? ByCount(R, z, j) : BySpectrum(R, z, j);
    }

    /// <summary>
    /// Σᵢ P(N = i)·Cᵢ, where Cᵢ = Σ E[qⁿ⁻¹] over the purchases n that i stages complete. All terms are positive; they
    /// start from an arbitrary one and are divided by their own total, so that nothing under- or overflows.
    /// </summary>
    internal double ByCount(double R, double z, int j)
    {
        const double Huge = 1e200;
        var share = z / (1 + z);
        var (term, total, sum, made, staying) = (1.0, 0.0, 0.0, 0.0, 1.0);
        var i = 0.0;
        for (var n = 1; ; n++)
        {
            var block = 0.0;
            for (var end = ((double)k * n) - j; i < end; i++)
            {
                block += term;
                term *= (R + i) / (i + 1) * share;
            }

            total += block;
            sum += block * made;
            made += staying;
            staying *= (b + n - 1) / (a + b + n - 1);
            var ratio = (R + i) / (i + 1) * share;
            if (ratio < 1 && term * made <= 1e-17 * (1 - ratio) * sum)
                return sum / total;
            if (total > Huge)
                (term, total, sum) = (term / Huge, total / Huge, sum / Huge);
        }
    }

    /// <summary>
    /// The same for any number of stages: the steps of q^⌊u/k⌋ are k powers of the roots of u ↦ qᵘ, and E[yᴺ] is
    /// (1 + (1 − y)z)^(−R). What is left is the mean over p.
    /// </summary>
    internal double BySpectrum(double R, double z, int j)
    {
        var few = 1;
        while (Pow(FewFollow, few) > 1e-18)
            few++;
        var stages = new StageCount(R, z);
        var made = new double[few];
        for (var n = 0; n < few; n++)
            made[n] = stages.AtLeast(((double)k * (n + 1)) - j);
        return _dropout.Value.Mean((p, q) => q < FewFollow ? Few(made, q) : Spectrum(R, z, j, p, q));
    }

    private static double Few(double[] made, double q)
    {
        var sum = 0.0;
        for (var n = made.Length - 1; n >= 0; n--)
            sum = made[n] + (q * sum);
        return sum;
    }

    private double Spectrum(double R, double z, int j, double p, double q)
    {
        p = Max(p, 1e-200);   // the limit at 0, where everything below is linear in p
        var g = (p < 0.5 ? -Stable.Log1p(-p) : -Log(q)) / k;
        var mean = 0.0;
        for (var v = 1; v < k; v++)
            mean += Stable.Expm1(v * g) / k;
        var steady = Stable.Log1p(mean) - (j * g) - (R * Stable.Log1p(-Stable.Expm1(-g) * z));
        var sum = -Stable.Expm1(steady) / p;
        for (var l = 1; 2 * l <= k; l++)
        {
            var y = Complex.FromPolarCoordinates(Exp(-g), 2 * PI * l / k);
            var fading = Complex.Exp(((j + 1) * Complex.Log(y)) - (R * Complex.Log(1 + ((1 - y) * z)))) / (y - 1);
            sum += fading.Real * (2 * l == k ? 1 : 2) / (k * q);
        }

        return sum;
    }
}
