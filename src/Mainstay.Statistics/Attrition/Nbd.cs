using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Sampling;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// NBD. Every customer buys for ever at a Poisson rate of their own, λ ~ Gamma(r, α); nobody leaves. The baseline that
/// every model with dropout must beat, and the model of customers whom a contract keeps.
/// </summary>
/// <remarks>[E59] Ehrenberg, "The Pattern of Consumer Purchases", Applied Statistics 8(1), 1959.</remarks>
public sealed class Nbd : ILatentAttrition
{
    private readonly double r;
    private readonly double alpha;

    /// <summary>An NBD with known parameters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public Nbd(NbdParameters parameters)
    {
        (r, alpha) = parameters;
        Require.Positive(r);
        Require.Positive(alpha);
        Parameters = Letters.Of((nameof(r), r), (nameof(alpha), alpha));
    }

    /// <inheritdoc/>
    public string Name => "nbd";

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Parameters { get; }

    /// <summary>Fits by maximum likelihood. Facts about the data are in the result, never exceptions.</summary>
    public static Fit<Nbd> Fit(
        PurchaseHistories histories, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        AttritionFamilies.Nbd.FitTo(histories, options, cancellationToken).As<Nbd>();

    /// <summary>ℓ of the ordered purchase times; t_x does not matter. [domain §1.1]</summary>
    public double LogLikelihood(in PurchaseHistory history)
    {
        var (x, _, T) = history;
        return Gamma.Log(r + x) - Gamma.Log(r) - x * Log(alpha) - (r + x) * Stable.Log1p(T / alpha);
    }

    /// <summary>1: nobody leaves.</summary>
    public double PAlive(in PurchaseHistory history) => 1;

    /// <summary>1: nobody leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative, infinite or NaN.</exception>
    public double PAliveAfter(in PurchaseHistory history, double t)
    {
        Require.NonNegative(t);
        return 1;
    }

    /// <summary>E[Y(t)] = (r + x)/(α + T)·t: purchases expected in (T, T + t]. [E59]</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative, infinite or NaN.</exception>
    public double ExpectedPurchases(in PurchaseHistory history, double t)
    {
        Require.NonNegative(t);
        return Rate(history) * t;
    }

    /// <summary>E[X(t)] = (r/α)·t.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative, infinite or NaN.</exception>
    public double ExpectedPurchases(double t) => ExpectedPurchases(default(PurchaseHistory), t);

    /// <summary>P(X(t) = x), the negative binomial probability, in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is negative, infinite or NaN.</exception>
    public double Pmf(int x, double t) => Pmf(default, x, t);

    /// <inheritdoc/>
    public double Pmf(in PurchaseHistory history, int y, double t)
    {
        Require.NonNegative(y);
        Require.NonNegative(t);
        if (t == 0)
            return y == 0 ? 1 : 0;
        var (R, A) = (r + history.X, alpha + history.T);
        return Exp(LogBinomial(R, y) - R * Stable.Log1p(t / A) - y * Stable.Log1p(A / t));
    }

    /// <summary>DERT = (r + x)/(α + T)/δ: for ever, discounted; infinite at δ = 0, for nobody leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is negative, infinite or NaN.</exception>
    public double DiscountedExpectedResidualPurchases(in PurchaseHistory history, double delta)
    {
        Require.NonNegative(delta);
        return Rate(history) / delta;
    }

    /// <inheritdoc/>
    public double DiscountedExpectedPurchases(in PurchaseHistory history, double t, double delta)
    {
        Require.NonNegative(t);
        Require.NonNegative(delta);
        return Rate(history) * (delta == 0 ? t : -Stable.Expm1(-delta * t) / delta);
    }

    /// <summary>P(Y(t) ≥ 1) = 1 − ((α + T)/(α + T + t))^(r + x), in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative, infinite or NaN.</exception>
    public double PBuys(in PurchaseHistory history, double t)
    {
        Require.NonNegative(t);
        return -Stable.Expm1(-(r + history.X) * Stable.Log1p(t / (alpha + history.T)));
    }

    /// <inheritdoc/>
    public void SimulateNew(double t, Random random, ICollection<double> purchases) =>
        SimulateAlive(default, t, random, purchases);

    /// <summary>
    /// Draws the future of a customer: adds the times since T of the purchases in (T, T + t], ascending; t is finite,
    /// for nobody leaves.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative, infinite or NaN.</exception>
    public void SimulateAlive(in PurchaseHistory history, double t, Random random, ICollection<double> purchases)
    {
        Require.NonNegative(t);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(purchases);
        Draw.Purchases(random, Draw.GammaRate(random, r + history.X, alpha + history.T), t, purchases);
    }

    /// <inheritdoc/>
    public double LogLikelihood(PurchaseHistories histories) => HistorySums.LogLikelihood(this, histories);

    /// <inheritdoc/>
    public void PAlive(PurchaseHistories histories, Span<double> destination) => PAliveAfter(histories, 0, destination);

    /// <inheritdoc/>
    public void PAliveAfter(PurchaseHistories histories, double t, Span<double> destination)
    {
        Require.SameLength(destination.Length, histories.Count, nameof(destination));
        Require.NonNegative(t);
        destination.Fill(1);
    }

    /// <inheritdoc/>
    public void ExpectedPurchases(PurchaseHistories histories, double t, Span<double> destination)
    {
        Require.SameLength(destination.Length, histories.Count, nameof(destination));
        for (var i = 0; i < histories.Count; i++)
            destination[i] = ExpectedPurchases(histories[i], t);
    }

    /// <inheritdoc/>
    public void DiscountedExpectedResidualPurchases(PurchaseHistories histories, double delta, Span<double> destination)
    {
        Require.SameLength(destination.Length, histories.Count, nameof(destination));
        for (var i = 0; i < histories.Count; i++)
            destination[i] = DiscountedExpectedResidualPurchases(histories[i], delta);
    }

    /// <inheritdoc/>
    public IReadOnlyList<double> ExpectedFrequencies(PurchaseHistories histories, int censorAt) =>
        HistorySums.ExpectedFrequencies(
            histories, censorAt, T => [.. Enumerable.Range(0, censorAt).Select(x => Pmf(x, T))]);

    /// <summary>ln of Γ(R + x)/(Γ(R)·x!).</summary>
    internal static double LogBinomial(double R, int x) => x == 0 ? 0 : -Gamma.LogBeta(R, x) - Log(x);

    private double Rate(in PurchaseHistory history) => (r + history.X) / (alpha + history.T);
}
