using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

// How many repeat purchases a customer makes within t of the first.
public abstract partial class BetaGeometricNbd
{
    /// <summary>
    /// P(X(t) = x), in [0, 1]: the customer stayed through all x coins and made exactly x purchases, or left at the
    /// x-th and would have made at least x. [FHL05 eq. 8; RPS20 at k = 1]
    /// </summary>
    /// <param name="x">Repeat purchases, 0 or more.</param>
    /// <param name="t">Time since the first purchase, in periods.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is negative, infinite or NaN.</exception>
    public double Pmf(int x, double t)
    {
        Require.NonNegative(x);
        Require.NonNegative(t);
        var bought = new StageCount(r, t / alpha);
        return StayedThrough(x) * bought.Between(x, x + 1.0) + LeftAt(x) * bought.AtLeast(x);
    }

    /// <inheritdoc/>
    public IReadOnlyList<double> ExpectedFrequencies(PurchaseHistories histories, int censorAt)
    {
        Require.Positive(censorAt);
        var weights = new double[histories.DistinctT.Count];
        for (var i = 0; i < histories.Count; i++)
            weights[histories.DistinctT[i]] += histories.Weight[i];

        var expected = new double[censorAt + 1];
        for (var i = 0; i < weights.Length; i++)
        {
            var (z, below) = (Share(histories.DistinctT.Values[i]), 0.0);
            var exactly = Exp(r * Stable.Log1p(-z));
            for (var x = 0; x < censorAt; x++)
            {
                expected[x] += weights[i] * (StayedThrough(x) * exactly + LeftAt(x) * Max(0, 1 - below));
                below += exactly;
                exactly *= (r + x) / (x + 1) * z;
            }
        }

        expected[censorAt] = Max(0, histories.TotalWeight - expected.Sum());
        return expected;
    }

    private double Share(double t) => t / (alpha + t);

    private double StayedThrough(int x) => Exp(Gamma.LogBeta(a, b + x + s) - Gamma.LogBeta(a, b));

    private double LeftAt(int x) =>
        MayBeGone(x) ? Exp(Gamma.LogBeta(a + 1, b + x - 1 + s) - Gamma.LogBeta(a, b)) : 0;
}
