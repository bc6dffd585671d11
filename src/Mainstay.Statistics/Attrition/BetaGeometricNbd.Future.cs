using Mainstay.Statistics.Sampling;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

// What a customer does after T. Alive at T, the customer is a new BG/NBD one whose parameters have learnt from the
// past, r + x, α + T, a and b + x + s, for both gammas and betas are conjugate: nothing here needs its own formula.
public abstract partial class BetaGeometricNbd
{
    /// <inheritdoc/>
    public double Pmf(in PurchaseHistory history, int y, double t)
    {
        Require.NonNegative(y);
        Require.NonNegative(t);
        var pAlive = PAlive(history);
        var gone = y == 0 ? 1 - pAlive : 0;
        return pAlive == 0 ? gone : gone + (pAlive * IfAlive(history).Pmf(y, t));
    }

    /// <summary>
    /// P(Y(t) ≥ 1 | x, t_x, T), in [0, 1]: alive, the customer leaves only at a purchase, so that the next one comes
    /// for certain; only its time is open. [λ ~ Gamma(r + x, α + T)]
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative, infinite or NaN.</exception>
    public double PBuys(in PurchaseHistory history, double t)
    {
        Require.NonNegative(t);
        return PAlive(history) * -Stable.Expm1(-(r + history.X) * Stable.Log1p(t / (alpha + history.T)));
    }

    /// <inheritdoc/>
    public double DiscountedExpectedPurchases(in PurchaseHistory history, double t, double delta)
    {
        Require.NonNegative(t);
        Require.NonNegative(delta);
        var (x, A) = (history.X, alpha + history.T);
        var dropout = new DropoutPosterior(a, b + x + s);
        return PAlive(history) * DiscountedSum.Of(u => dropout.Purchases(r + x, z: u / A), t, delta, scale: A);
    }

    /// <inheritdoc/>
    public void SimulateNew(double t, Random random, ICollection<double> purchases)
    {
        Require.NonNegative(t);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(purchases);
        var dropout = Draw.Probability(random, a, b);
        if (s == 1 && random.NextDouble() < dropout)
            return;
        Buy(Draw.GammaRate(random, r, alpha), dropout, t, random, purchases);
    }

    /// <inheritdoc/>
    public void SimulateAlive(in PurchaseHistory history, double t, Random random, ICollection<double> purchases)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(purchases);
        var (x, _, T) = history;
        var dropout = Draw.Probability(random, a, b + x + s);
        Buy(Draw.GammaRate(random, r + x, alpha + T), dropout, t, random, purchases);
    }

    private static void Buy(double rate, double dropout, double t, Random random, ICollection<double> purchases)
    {
        for (var at = Draw.Wait(random, rate); at <= t && double.IsFinite(at); at += Draw.Wait(random, rate))
        {
            purchases.Add(at);
            if (random.NextDouble() < dropout)
                return;
        }
    }

    private BgNbd IfAlive(in PurchaseHistory history) =>
        new(new(r + history.X, alpha + history.T, a, b + history.X + s));
}
