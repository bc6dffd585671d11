using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

// How many repeat purchases a customer makes within t of the first.
public sealed partial class ParetoNbd
{
    /// <summary>
    /// P(X(t) = x), in [0, 1]: a negative binomial count over t if the customer stays, over the time until leaving
    /// else, NB(x; t)·S(t) + ∫₀ᵗ NB(x; τ) dF(τ), S(τ) = (1 + τ/β)^(−s) = 1 − F(τ). [SMC87; FH05 §4]
    /// </summary>
    /// <param name="x">Repeat purchases, 0 or more.</param>
    /// <param name="t">Time since the first purchase, in periods.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is negative, infinite or NaN.</exception>
    public double Pmf(int x, double t)
    {
        Require.NonNegative(x);
        Require.NonNegative(t);
        if (t == 0)
            return x == 0 ? 1 : 0;
        var binomial = Nbd.LogBinomial(r, x);
        var stays = Exp(LogCount(binomial, x, Log(t)) - (s * Stable.Log1p(t / beta)));
        return Min(1, stays + Leaving(t, x).Sum(left => Exp(LogCount(binomial, x, left.LogTime) + left.LogWeight)));
    }

    /// <inheritdoc/>
    public IReadOnlyList<double> ExpectedFrequencies(PurchaseHistories histories, int censorAt) =>
        HistorySums.ExpectedFrequencies(histories, censorAt, T => Probabilities(T, censorAt));

    /// <summary>P(X(T) = x) for x below <paramref name="end"/>, by the ratio of one term to the next.</summary>
    private double[] Probabilities(double T, int end)
    {
        var p = new double[end];
        if (T == 0)
        {
            p[0] = 1;
            return p;
        }

        // In logarithms, for where x = 0 is impossible a large x need not be.
        var ratios = Enumerable.Range(0, end).Select(x => Log((r + x) / (x + 1))).ToArray();
        var times = Leaving(T, end).Append((LogTime: Log(T), LogWeight: -(s * Stable.Log1p(T / beta))));
        foreach (var (logTime, logWeight) in times)
        {
            var term = logWeight + LogCount(0, 0, logTime);
            var logShare = -HalfLine.SoftPlus(Log(alpha) - logTime);
            for (var x = 0; x < end; x++)
            {
                p[x] += Exp(term);
                term += ratios[x] + logShare;
            }
        }

        return p;
    }

    /// <summary>ln NB(x; τ), its binomial coefficient given.</summary>
    private double LogCount(double binomial, int x, double logTime)
    {
        var d = logTime - Log(alpha);
        return binomial - (r * HalfLine.SoftPlus(d)) - (x * HalfLine.SoftPlus(-d));
    }

    /// <summary>
    /// The times τ in (0, t) at which customers leave, as nodes with weights that sum to F(t): τ = t·y/(1 + y).
    /// </summary>
    /// <param name="t">End of the interval.</param>
    /// <param name="x">Up to how many purchases are counted until then: their distribution peaks ever narrower.</param>
    private IEnumerable<(double LogTime, double LogWeight)> Leaving(double t, int x)
    {
        var (lnT, lnBeta) = (Log(t), Log(beta));
        double Density(double y)
        {
            var logTime = lnT - HalfLine.SoftPlus(-y);
            return Log(s / beta) - ((s + 1) * HalfLine.SoftPlus(logTime - lnBeta)) + lnT - (2 * HalfLine.SoftPlus(y));
        }

        var low = Log(Min(1, Min(beta / (s + 1), alpha / (r + x + 1)) / t));
        var step = Min(HalfLine.Step, 2 * PI / (9 * Sqrt(x + 1.0)));
        var nodes = HalfLine.Of(low, 0, Density, step);
        return nodes.LogY.Zip(
            nodes.LogWeight, (y, weight) => (lnT - HalfLine.SoftPlus(-y), weight + Density(y)));
    }
}
