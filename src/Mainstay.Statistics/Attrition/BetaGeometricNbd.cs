using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// The family of <see cref="BgNbd"/> and <see cref="MbgNbd"/>: while alive a customer buys at Poisson rate
/// λ ~ Gamma(r, α) and after each purchase leaves with probability p ~ Beta(a, b). The two differ in one coin s:
/// whether it is thrown after the first purchase too.
/// </summary>
/// <remarks>
/// [FHL05] Fader, Hardie &amp; Lee, Marketing Science 24(2), 2005. [FHL08] the same, "Computing P(alive) using the
/// BG/NBD model". [BDF07] Batislam, Denizel &amp; Filiztekin, IJRM 24(3), 2007. [RPS20] Reutterer, Platzer &amp;
/// Schröder, IJRM 2020, whose notation with s this follows at k = 1.
/// </remarks>
public abstract partial class BetaGeometricNbd : ILatentAttrition
{
    private readonly double r;
    private readonly double alpha;
    private readonly double a;
    private readonly double b;
    private readonly int s;

    private protected BetaGeometricNbd(BetaGeometricParameters parameters, int coinsAfterFirst)
    {
        (r, alpha, a, b) = parameters;
        Require.Positive(r);
        Require.Positive(alpha);
        Require.Positive(a);
        Require.Positive(b);
        s = coinsAfterFirst;
        Parameters = Letters.Of((nameof(r), r), (nameof(alpha), alpha), (nameof(a), a), (nameof(b), b));
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Parameters { get; }

    /// <summary>ℓ, the log-likelihood of one history. [FHL05 eq. 6; RPS20 at k = 1]</summary>
    public double LogLikelihood(in PurchaseHistory history)
    {
        var (x, tx, T) = history;
        var A1 = Gamma.Log(r + x) - Gamma.Log(r) + r * Log(alpha);
        var A2 = Gamma.LogBeta(a, b + x + s) - Gamma.LogBeta(a, b);
        var A3 = -(r + x) * Log(alpha + T);
        var A4 = MayBeGone(x) ? Log(a / (b + x - 1 + s)) - (r + x) * Log(alpha + tx) : double.NegativeInfinity;
        return A1 + A2 + Stable.LogSumExp(A3, A4);
    }

    /// <summary>P(alive at T | x, t_x, T), in [0, 1]. [FHL08; RPS20]</summary>
    public double PAlive(in PurchaseHistory history)
    {
        var (x, tx, T) = history;
        if (!MayBeGone(x))
            return 1;
        var logOddsGone = Log(a / (b + x - 1 + s)) + (r + x) * Stable.Log1p((T - tx) / (alpha + tx));
        return Stable.Logistic(-logOddsGone);
    }

    /// <summary>P(alive at T + t), in [0, 1], should the customer stay silent from T until then. [FHL08 at T + t]</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative, infinite or NaN.</exception>
    public double PAliveAfter(in PurchaseHistory history, double t)
    {
        Require.NonNegative(t);
        return PAlive(history with { T = history.T + t });
    }

    /// <summary>
    /// E[Y(t) | x, t_x, T]: purchases expected in (T, T + t], 0 or more. Alive at T, the customer has
    /// λ ~ Gamma(r + x, α + T) and p ~ Beta(a, b + x + s), independent; the ₂F₁ of the paper is their mean of
    /// (1 − e^(−λpt))/p, taken here directly. [FHL05 eq. 10]
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative, infinite or NaN.</exception>
    public double ExpectedPurchases(in PurchaseHistory history, double t)
    {
        Require.NonNegative(t);
        var (x, _, T) = history;
        var ifAlive = new DropoutPosterior(a, b + x + s).Purchases(r + x, z: t / (alpha + T));
        return PAlive(history) * ifAlive;
    }

    /// <summary>E[X(t)]: repeat purchases expected of a new customer within t of the first. [FHL05 eq. 9]</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative, infinite or NaN.</exception>
    public double ExpectedPurchases(double t) => ExpectedPurchases(default(PurchaseHistory), t);

    /// <summary>
    /// DERT: all purchases after T, each worth e^(−δu) at u periods from now: P(alive) · E[λ/(δ + λp)]. At δ = 0 it is
    /// every purchase to come, infinite for a ≤ 1. [δ∫e^(−δt)E[Y(t)]dt, integrated by parts under the expectation]
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is negative, infinite or NaN.</exception>
    public double DiscountedExpectedResidualPurchases(in PurchaseHistory history, double delta)
    {
        Require.NonNegative(delta);
        var (x, _, T) = history;
        var pAlive = PAlive(history);
        if (delta == 0)
            return pAlive == 0 ? 0 : pAlive * DropoutPosterior.MeanInverse(a, b + x + s);
        return pAlive * new DiscountTransform(r + x, a, b + x + s).At(delta * (alpha + T));
    }

    /// <summary>
    /// The silence at which a customer counts as lapsed: P(alive) &lt; <paramref name="threshold"/> exactly where
    /// (α + T)/(α + t_x) exceeds this ratio. Infinite where the model never lets the customer go (BG/NBD, x = 0);
    /// below 1 where even the last purchase left P(alive) under the threshold. [PAlive solved for T]
    /// </summary>
    /// <param name="x">Frequency, a whole number, 0 or more.</param>
    /// <param name="threshold">A probability between 0 and 1, such as 0.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public double LapseRatio(double x, double threshold)
    {
        Require.Count(x);
        Require.Within(threshold, 0, 1);
        if (!MayBeGone(x))
            return double.PositiveInfinity;
        var odds = (1 - threshold) / threshold;
        return Exp(Log(odds * (b + x - 1 + s) / a) / (r + x));
    }

    /// <summary>
    /// The silence that only a share 1 − q of a customer's own gaps would exceed, were the customer still alive:
    /// silent beyond the q-quantile exactly where (α + T)/(α + t_x) exceeds (1 − q)^(−1/(r + x)). At least 1.
    /// [domain §7: λ ~ Gamma(r + x, α + t_x) at the last purchase]
    /// </summary>
    /// <param name="x">Frequency, a whole number; meaningful from 1 upward.</param>
    /// <param name="q">A probability between 0 and 1, such as 0.8.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public double SilenceRatio(double x, double q)
    {
        Require.Count(x);
        Require.Within(q, 0, 1);
        return Exp(-Stable.Log1p(-q) / (r + x));
    }

    // s = 0: without a repeat purchase no coin has been thrown.
    private bool MayBeGone(double x) => x > 0 || s > 0;
}
