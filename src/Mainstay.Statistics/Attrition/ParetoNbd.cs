using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// Pareto/NBD. While alive a customer buys at Poisson rate λ ~ Gamma(r, α) and leaves, at any moment, at rate
/// μ ~ Gamma(s, β), the two independent. Who has bought only once can have left as well.
/// </summary>
/// <remarks>
/// [SMC87] Schmittlein, Morrison &amp; Colombo, Management Science 33(1), 1987. [FH05] Fader &amp; Hardie, "A note on
/// deriving the Pareto/NBD model", note 008, 2005. [FHL05j] Fader, Hardie &amp; Lee, Journal of Marketing Research
/// 42(4), 2005.
/// </remarks>
public sealed partial class ParetoNbd : ILatentAttrition
{
    private readonly double r;
    private readonly double alpha;
    private readonly double s;
    private readonly double beta;

    /// <summary>A Pareto/NBD with known parameters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public ParetoNbd(ParetoNbdParameters parameters)
    {
        (r, alpha, s, beta) = parameters;
        Require.Positive(r);
        Require.Positive(alpha);
        Require.Positive(s);
        Require.Positive(beta);
        Parameters = Letters.Of((nameof(r), r), (nameof(alpha), alpha), (nameof(s), s), (nameof(beta), beta));
    }

    /// <inheritdoc/>
    public string Name => "pareto-nbd";

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Parameters { get; }

    /// <summary>Fits by maximum likelihood. Facts about the data are in the result, never exceptions.</summary>
    public static Fit<ParetoNbd> Fit(
        PurchaseHistories histories, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        AttritionFamilies.ParetoNbd.FitTo(histories, options, cancellationToken).As<ParetoNbd>();

    /// <summary>
    /// ℓ, the log-likelihood of one history: alive at t_x, the customer left before the next purchase, or that purchase
    /// comes after T. [FH05 eq. 21, its difference of ₂F₁ turned into a sum]
    /// </summary>
    public double LogLikelihood(in PurchaseHistory history)
    {
        var (x, tx, T) = history;
        var bought = Gamma.Log(r + x) - Gamma.Log(r) - x * Log(alpha);
        var left = LogStill(x, tx) + After(x, tx).LogLeavesFirst;
        var buysLater = LogStill(x, T) + After(x, T).LogBuysFirst;
        return bought + Stable.LogSumExp(left, buysLater);
    }

    /// <summary>P(alive at T | x, t_x, T), in [0, 1]. [FH05 eq. 23]</summary>
    public double PAlive(in PurchaseHistory history)
    {
        var (x, tx, T) = history;
        return tx == T ? 1 : PAlive(history, After(x, tx).LogLeavesFirst, After(x, T).LogBuysFirst);
    }

    /// <summary>P(alive at T + t), in [0, 1], should the customer stay silent from T until then. [FH05 at T + t]</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative, infinite or NaN.</exception>
    public double PAliveAfter(in PurchaseHistory history, double t)
    {
        Require.NonNegative(t);
        return PAlive(history with { T = history.T + t });
    }

    /// <summary>E[Y(t) | x, t_x, T]: purchases expected in (T, T + t], 0 or more. [FH05 eq. 28]</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative, infinite or NaN.</exception>
    public double ExpectedPurchases(in PurchaseHistory history, double t)
    {
        Require.NonNegative(t);
        return PAlive(history) * Purchases(r + history.X, history.T, t);
    }

    /// <summary>
    /// E[X(t)]: repeat purchases expected of a new customer within t of the first,
    /// (r/α)·β·[1 − (1 + t/β)^(1−s)]/(s − 1), whose limit at s = 1 is a logarithm. [SMC87; FH05 eq. 27]
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative, infinite or NaN.</exception>
    public double ExpectedPurchases(double t)
    {
        Require.NonNegative(t);
        return Purchases(r, 0, t);
    }

    /// <summary>
    /// DERT: all purchases after T, each worth e^(−δu) at u periods from now:
    /// P(alive)·(r+x)/(α+T)·(β+T)·e^z E_s(z), z = δ(β+T). At δ = 0 infinite for s ≤ 1. [FHL05j eq. 2]
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is negative, infinite or NaN.</exception>
    public double DiscountedExpectedResidualPurchases(in PurchaseHistory history, double delta)
    {
        Require.NonNegative(delta);
        var (pAlive, rate) = (PAlive(history), (r + history.X) / (alpha + history.T));
        return pAlive == 0 ? 0 : pAlive * rate * DiscountedLife(beta + history.T, delta);
    }

    /// <summary>Purchases in (T, T + t] if alive at T, with λ ~ Gamma(R, α + T) and μ ~ Gamma(s, β + T).</summary>
    private double Purchases(double R, double T, double t)
    {
        var B = beta + T;
        var L = Stable.Log1p(t / B);
        return R / (alpha + T) * B * (s == 1 ? L : -Stable.Expm1((1 - s) * L) / (s - 1));
    }

    /// <summary>E[∫₀^∞ e^(−δu)·[still a customer at u] du] of a customer alive now, with μ ~ Gamma(s, B).</summary>
    private double DiscountedLife(double B, double delta)
    {
        if (delta == 0)
            return s > 1 ? B / (s - 1) : double.PositiveInfinity;
        return B * ExponentialIntegral.Scaled(s, delta * B);
    }

    /// <summary>ln P(neither bought more than x times nor left by t), as a factor of the likelihood.</summary>
    private double LogStill(double x, double t) =>
        -((r + x) * Stable.Log1p(t / alpha)) - (s * Stable.Log1p(t / beta));

    private Race After(double x, double t) => new(r + x, alpha + t, s, beta + t);

    private double PAlive(in PurchaseHistory history, double logLeavesFirst, double logBuysFirst)
    {
        var (x, tx, T) = history;
        var (early, silent) = (After(x, tx), T - tx);
        var survived = (early.R * Stable.Log1p(silent / early.A)) + (s * Stable.Log1p(silent / early.B));
        return Min(1, Exp(-Stable.LogSumExp(survived + logLeavesFirst, logBuysFirst)));
    }

    private ParetoNbd IfAlive(in PurchaseHistory history) =>
        new(new(r + history.X, alpha + history.T, s, beta + history.T));
}
