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
    public IReadOnlyList<double> ExpectedFrequencies(PurchaseHistories histories, int censorAt) =>
        HistorySums.ExpectedFrequencies(histories, censorAt, T => Probabilities(T, censorAt));

    /// <summary>P(X(t) = 0 … count − 1), walking from one to the next by ratios.</summary>
    private double[] Probabilities(double t, int count)
    {
        var (z, below, probabilities) = (Share(t), 0.0, new double[count]);
        var exactly = Exp(r * Stable.Log1p(-z));
        for (var x = 0; x < count; x++)
        {
            probabilities[x] = StayedThrough(x) * exactly + LeftAt(x) * Max(0, 1 - below);
            below += exactly;
            exactly *= (r + x) / (x + 1) * z;
        }

        return probabilities;
    }

    private double Share(double t) => t / (alpha + t);

    private double StayedThrough(int x) => Exp(Gamma.LogBeta(a, b + x + s) - Gamma.LogBeta(a, b));

    private double LeftAt(int x) =>
        MayBeGone(x) ? Exp(Gamma.LogBeta(a + 1, b + x - 1 + s) - Gamma.LogBeta(a, b)) : 0;
}
