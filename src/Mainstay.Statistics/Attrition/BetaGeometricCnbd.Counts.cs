using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

// How many purchases a customer makes: new, within t of the first; known, in (T, T + t].
public abstract partial class BetaGeometricCnbd
{
    /// <summary>
    /// P(X(t) = x), in [0, 1]: the customer stayed through all x coins and passed kx … kx + k − 1 stages, or left at
    /// the x-th purchase and would have passed at least kx. [RPS20]
    /// </summary>
    /// <param name="x">Repeat purchases, 0 or more.</param>
    /// <param name="t">Time since the first purchase, in periods.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is negative, infinite or NaN.</exception>
    public double Pmf(int x, double t)
    {
        Require.NonNegative(x);
        Require.NonNegative(t);
        var pAlive = PAlive(default(PurchaseHistory));
        var gone = x == 0 ? 1 - pAlive : 0;
        return gone + (pAlive * IfAlive(new StageCount(r, t / alpha), b + s, x, behind: 0));
    }

    /// <inheritdoc/>
    public double Pmf(in PurchaseHistory history, int y, double t)
    {
        Require.NonNegative(y);
        Require.NonNegative(t);
        var (x, _, T) = history;
        Span<double> byStage = stackalloc double[k];
        for (var j = 0; j < k; j++)
            byStage[j] = IfAlive(new StageCount(R(x) + j, t / (alpha + T)), b + x + s, y, behind: j);
        var pAlive = PAlive(history);
        return (y == 0 ? 1 - pAlive : 0) + (pAlive * OverStages(history, byStage));
    }

    /// <summary>
    /// P(Y(t) ≥ 1 | x, t_x, T), in [0, 1]: alive, the customer leaves only at a purchase, so that the next one comes
    /// for certain; only the time of the stages that are missing is open.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative, infinite or NaN.</exception>
    public double PBuys(in PurchaseHistory history, double t)
    {
        Require.NonNegative(t);
        var (x, _, T) = history;
        Span<double> byStage = stackalloc double[k];
        for (var j = 0; j < k; j++)
            byStage[j] = new StageCount(R(x) + j, t / (alpha + T)).AtLeast(k - j);
        return PAlive(history) * OverStages(history, byStage);
    }

    /// <inheritdoc/>
    public IReadOnlyList<double> ExpectedFrequencies(PurchaseHistories histories, int censorAt) =>
        HistorySums.ExpectedFrequencies(
            histories, censorAt, T => [.. Enumerable.Range(0, censorAt).Select(x => Pmf(x, T))]);

    /// <summary>P(y purchases) of a customer alive with p ~ Beta(a, b) and so many stages behind them.</summary>
    private double IfAlive(StageCount stages, double b, int y, int behind)
    {
        var first = ((double)k * y) - behind;
        var stayed = Exp(Gamma.LogBeta(a, b + y) - Gamma.LogBeta(a, b)) * stages.Between(Max(0, first), first + k);
        return y == 0
            ? stayed
            : stayed + (Exp(Gamma.LogBeta(a + 1, b + y - 1) - Gamma.LogBeta(a, b)) * stages.AtLeast(first));
    }
}
