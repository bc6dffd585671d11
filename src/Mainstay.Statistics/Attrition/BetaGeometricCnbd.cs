using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// The family of <see cref="BgCnbd"/> and <see cref="MbgCnbd"/>: while alive a customer passes through stages at rate
/// λ ~ Gamma(r, α) and buys at every k-th, so that gaps between purchases are Erlang-k, the more regular the larger k;
/// after each purchase the customer leaves with probability p ~ Beta(a, b). The two differ in one coin s: whether it is
/// thrown after the first purchase too. At k = 1 they are <see cref="BgNbd"/> and <see cref="MbgNbd"/>.
/// </summary>
/// <remarks>
/// [RPS20] Reutterer, Platzer &amp; Schröder, "Leveraging purchase regularity for predicting customer behavior the easy
/// way", IJRM, 2020. The likelihood, P(alive) and the counts are the paper's; expectations given a history, which the
/// paper approximates, are exact here. Alive at T, the customer has j = 0 … k−1 stages of the next purchase behind
/// them with weight (r+kx)_j/j! · ((T−t_x)/(α+T))^j; given j, λ ~ Gamma(r+kx+j, α+T) and p ~ Beta(a, b+x+s).
/// </remarks>
public abstract partial class BetaGeometricCnbd : ILatentAttrition
{
    /// <summary>The largest k: gaps that regular need no model of chance.</summary>
    public const int LargestK = 24;

    private readonly double r;
    private readonly double alpha;
    private readonly double a;
    private readonly double b;
    private readonly int s;
    private readonly int k;

    private protected BetaGeometricCnbd(BetaGeometricParameters parameters, int k, int coinsAfterFirst)
    {
        (r, alpha, a, b) = parameters;
        Require.Positive(r);
        Require.Positive(alpha);
        Require.Positive(a);
        Require.Positive(b);
        Require.Between(k, 1, LargestK);
        (this.k, s) = (k, coinsAfterFirst);
        Parameters = Letters.Of(
            (nameof(r), r), (nameof(alpha), alpha), (nameof(a), a), (nameof(b), b), (nameof(k), k));
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <summary>r, α, a, b as in BG/NBD, with α in stages, and k.</summary>
    public IReadOnlyDictionary<string, double> Parameters { get; }

    /// <summary>k: how many stages lie between two purchases; 1 is buying at random.</summary>
    public int K => k;

    /// <summary>
    /// ℓ, the log-likelihood of one history, <see cref="PurchaseHistory.LogGaps"/> included. Likelihoods of different
    /// k are comparable only where that is known. [RPS20]
    /// </summary>
    public double LogLikelihood(in PurchaseHistory history)
    {
        var (x, _, T) = history;
        var R = r + k * x;
        var gaps = (k - 1) * history.LogGaps - x * Gamma.Log(k);
        var stages = Gamma.Log(R) - Gamma.Log(r) + r * Log(alpha) - R * Log(alpha + T);
        var staying = Gamma.LogBeta(a, b + x + s) - Gamma.LogBeta(a, b);
        return gaps + stages + staying + Stable.LogSumExp(LogGone(history), Log(Silence(history)));
    }

    /// <summary>P(alive at T | x, t_x, T), in [0, 1]. [RPS20]</summary>
    public double PAlive(in PurchaseHistory history) =>
        MayBeGone(history.X) ? Stable.Logistic(Log(Silence(history)) - LogGone(history)) : 1;

    /// <summary>
    /// P(alive at T + t), in [0, 1], should the customer stay silent from T until then. [RPS20 at T + t]
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative, infinite or NaN.</exception>
    public double PAliveAfter(in PurchaseHistory history, double t)
    {
        Require.NonNegative(t);
        return PAlive(history with { T = history.T + t });
    }

    /// <summary>
    /// E[Y(t) | x, t_x, T]: purchases expected in (T, T + t], 0 or more; exact, over the stages that may be behind the
    /// customer. The published packages approximate it by the formula for k = 1 and rescale the cohort.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative, infinite or NaN.</exception>
    public double ExpectedPurchases(in PurchaseHistory history, double t)
    {
        Require.NonNegative(t);
        Span<double> byStage = stackalloc double[k];
        Expected(Regular(history.X), history.X, history.T, t, byStage);
        return PAlive(history) * OverStages(history, byStage);
    }

    /// <summary>E[X(t)]: repeat purchases expected of a new customer within t of the first. [RPS20]</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative, infinite or NaN.</exception>
    public double ExpectedPurchases(double t) => ExpectedPurchases(default(PurchaseHistory), t);

    /// <summary>
    /// DERT: all purchases after T, each worth e^(−δu) at u periods from now; exact. At δ = 0 it is every purchase to
    /// come, infinite for a ≤ 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is negative, infinite or NaN.</exception>
    public double DiscountedExpectedResidualPurchases(in PurchaseHistory history, double delta)
    {
        Require.NonNegative(delta);
        var pAlive = PAlive(history);
        if (pAlive == 0)
            return 0;
        Span<double> byStage = stackalloc double[k];
        Discounted(delta == 0 ? null : Discount(history.X), history.X, history.T, delta, byStage);
        return pAlive * OverStages(history, byStage);
    }

    private double R(double x) => r + k * x;

    // s = 0: without a repeat purchase no coin has been thrown.
    private bool MayBeGone(double x) => x > 0 || s > 0;

    /// <summary>ln S₁: having left at the last purchase, against no stage since it. [RPS20]</summary>
    private double LogGone(in PurchaseHistory history)
    {
        var (x, tx, T) = history;
        return MayBeGone(x)
            ? Log(a / (b + x - 1 + s)) + R(x) * Stable.Log1p((T - tx) / (alpha + tx))
            : double.NegativeInfinity;
    }

    /// <summary>S₂: being silent with any of 0 … k−1 stages since the last purchase, against none. [RPS20]</summary>
    private double Silence(in PurchaseHistory history)
    {
        var (R, share) = (this.R(history.X), Share(history));
        var (sum, weight) = (1.0, 1.0);
        for (var j = 1; j < k; j++)
        {
            weight *= (R + j - 1) / j * share;
            sum += weight;
        }

        return sum;
    }

    /// <summary>The mean of what holds alive with 0 … k−1 stages behind one, over how likely these are.</summary>
    private double OverStages(in PurchaseHistory history, ReadOnlySpan<double> byStage)
    {
        var (R, share) = (this.R(history.X), Share(history));
        var (sum, total, weight) = (byStage[0], 1.0, 1.0);
        for (var j = 1; j < k; j++)
        {
            weight *= (R + j - 1) / j * share;
            sum += weight * byStage[j];
            total += weight;
        }

        return sum / total;
    }

    private double Share(in PurchaseHistory history) => (history.T - history.Tx) / (alpha + history.T);
}
