using System.Numerics;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// Discounted residual purchases of a customer alive with p ~ Beta(a, b), stage rate Λ ~ Gamma(R + j, A) and j of k
/// stages behind them. A stage costs the factor λ/(λ + δ), so that the sum over all purchases is geometric:
/// <code>E[vʲ / (vᵏ − 1 + p)],  v = 1 + δ/Λ = 1 + κ/u,  κ = δA,  u ~ Gamma(R + j, 1).</code>
/// The mean over p is taken per v, the mean over u by the trapezoidal rule in η = ln(κ/u), on nodes that depend on R
/// alone: the first once per x, the second once per T and for all j together. Every term is positive.
/// </summary>
internal sealed class RegularDiscount
{
    // e^(−π²/h) is the rule's error, for the poles in p and v stay outside |Im η| < π/2.
    private const double WidestStep = 0.28;
    private const double Negligible = 1e-17;

    private readonly int k;
    private readonly double R;
    private readonly double _h;
    private readonly DropoutPosterior _dropout;
    private readonly Dictionary<int, double> _known = [];

    public RegularDiscount(int k, double R, double a, double b)
    {
        (this.k, this.R) = (k, R);
        _dropout = new(a, b);
        _h = WidestStep;
        while (Decay(R + k, 2 * PI / _h) > -36)
            _h *= 0.8;
    }

    /// <summary>The expectation at κ &gt; 0, by stages behind.</summary>
    public void At(double kappa, Span<double> byStage)
    {
        byStage.Clear();
        var middle = (int)Round((Log(kappa) - Log(R + 1)) / _h);
        for (var i = middle; Add(i, kappa, byStage); i--)
        {
        }

        for (var i = middle + 1; Add(i, kappa, byStage); i++)
        {
        }
    }

    /// <summary>Adds node i; false where it no longer matters for any stage.</summary>
    private bool Add(int i, double kappa, Span<double> byStage)
    {
        var logU = Log(kappa) - (i * _h);
        var u = Exp(logU);
        var term = _h * Exp((R * logU) - u - Gamma.Log(R)) * MeanOverDropout(i);
        var matters = false;
        for (var j = 0; j < k; j++)
        {
            matters |= term > Negligible * byStage[j];
            byStage[j] += term;
            term *= (u + kappa) / (R + j);
        }

        return matters;
    }

    /// <summary>E[1/(vᵏ − 1 + p)] at node i.</summary>
    private double MeanOverDropout(int i)
    {
        if (_known.TryGetValue(i, out var mean))
            return mean;
        var c = Stable.Expm1(k * Stable.Log1p(Exp(i * _h)));
        mean = _dropout.Mean((p, _) => 1 / (c + p));
        _known.Add(i, mean);
        return mean;
    }

    private static double Decay(double R, double omega) => Gamma.Log(new Complex(R, omega)).Real - Gamma.Log(R);
}
