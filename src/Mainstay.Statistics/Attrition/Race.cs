using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// What comes first after time t, leaving or the next purchase? With λ ~ Gamma(r+x, α+t) and μ ~ Gamma(s, β+t) for a
/// customer alive at t, both answers are integrals of one kind over the time y until it happens, and they add up to 1:
/// <code>
/// P(leaves first) = s/B · ∫₀^∞ (1+y/A)^−(r+x) (1+y/B)^−(s+1) dy,      A = α + t, B = β + t,
/// P(buys first)   = (r+x)/A · ∫₀^∞ (1+y/A)^−(r+x+1) (1+y/B)^−s dy.
/// </code>
/// The first is s/(r+s+x) times the ₂F₁ of [FH05], both of whose Euler forms stand for it; as an integral it needs
/// neither, is the same above, below and at α = β, and has no large argument and no cancellation.
/// </summary>
/// <param name="R">r + x, of a customer with x purchases.</param>
/// <param name="A">α + t.</param>
/// <param name="S">s.</param>
/// <param name="B">β + t.</param>
/// <remarks>[FH05] Fader &amp; Hardie, "A note on deriving the Pareto/NBD model", note 008, 2005.</remarks>
internal readonly record struct Race(double R, double A, double S, double B)
{
    /// <summary>ln P(leaves before the next purchase).</summary>
    public double LogLeavesFirst => Log(S / B) + LogIntegral(R, S + 1);

    /// <summary>ln P(buys again before leaving).</summary>
    public double LogBuysFirst => Log(R / A) + LogIntegral(R + 1, S);

    /// <summary>P(buys again before leaving and within t), t &gt; 0: the same integral up to t, by u = t·y/(1 + y).</summary>
    public double BuysFirstWithin(double t)
    {
        var (lnT, lnA, lnB, p, q) = (Log(t), Log(A), Log(B), R + 1, S);
        double Density(double y)
        {
            var u = lnT - HalfLine.SoftPlus(-y);
            return lnT - (2 * HalfLine.SoftPlus(y)) - (p * HalfLine.SoftPlus(u - lnA)) - (q * HalfLine.SoftPlus(u - lnB));
        }

        var low = Log(Min(1, Min(A / p, B / (q + 1)) / t));
        return Min(1, R / A * Exp(HalfLine.LogIntegral(low, 0, Density)));
    }

    /// <summary>
    /// Nodes for the integrals of several races: any R from <paramref name="smallest"/> to <paramref name="largest"/>,
    /// any times between those of the two.
    /// </summary>
    public static HalfLine Nodes(in Race smallest, in Race largest, double step = HalfLine.Step)
    {
        var (earliest, latest) = (Min(smallest.A, smallest.B), Max(largest.A, largest.B));
        var low = Log(Min(earliest, Min(smallest.A / (largest.R + 1), smallest.B / (largest.S + 1))));
        var (p, q, lnA, lnB) = (smallest.R, smallest.S + 1, Log(largest.A), Log(largest.B));
        return HalfLine.Of(
            low, Log(latest), y => -(p * HalfLine.SoftPlus(y - lnA)) - (q * HalfLine.SoftPlus(y - lnB)), step);
    }

    private double LogIntegral(double p, double q)
    {
        var (lnA, lnB) = (Log(A), Log(B));
        var low = Log(Min(Min(A, B), Min(A / p, B / q)));
        return HalfLine.LogIntegral(
            low, Max(lnA, lnB), y => -(p * HalfLine.SoftPlus(y - lnA)) - (q * HalfLine.SoftPlus(y - lnB)));
    }
}
