using Mainstay.Statistics.Sampling;

namespace Mainstay.Statistics.Attrition;

// What a customer does after T: discounted up to a horizon, and drawn.
public abstract partial class BetaGeometricCnbd
{
    /// <inheritdoc/>
    public double DiscountedExpectedPurchases(in PurchaseHistory history, double t, double delta)
    {
        Require.NonNegative(t);
        Require.NonNegative(delta);
        var (known, x, T) = (history, history.X, history.T);
        var regular = Regular(x);
        double IfAlive(double u)
        {
            Span<double> byStage = stackalloc double[k];
            Expected(regular, x, T, u, byStage);
            return OverStages(known, byStage);
        }

        // Regular buying ripples with the customer's own gaps, k(α+T)/(r+kx), for some of them.
        var scale = (alpha + T) / (1 + (R(x) / k));
        return PAlive(history) * DiscountedSum.Of(IfAlive, t, delta, scale);
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
        Buy(Draw.GammaRate(random, r, alpha), dropout, behind: 0, t, random, purchases);
    }

    /// <inheritdoc/>
    public void SimulateAlive(in PurchaseHistory history, double t, Random random, ICollection<double> purchases)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(purchases);
        var (x, _, T) = history;
        var behind = DrawStage(history, random);
        var dropout = Draw.Probability(random, a, b + x + s);
        Buy(Draw.GammaRate(random, R(x) + behind, alpha + T), dropout, behind, t, random, purchases);
    }

    private void Buy(
        double rate, double dropout, int behind, double t, Random random, ICollection<double> purchases)
    {
        var at = Draw.GammaRate(random, k - behind, rate);
        for (; at <= t && double.IsFinite(at); at += Draw.GammaRate(random, k, rate))
        {
            purchases.Add(at);
            if (random.NextDouble() < dropout)
                return;
        }
    }

    private int DrawStage(in PurchaseHistory history, Random random)
    {
        var (R, share) = (this.R(history.X), Share(history));
        var left = random.NextDouble() * Silence(history);
        var (stage, weight) = (0, 1.0);
        for (left -= weight; left > 0 && stage < k - 1; left -= weight)
        {
            weight *= (R + stage) / (stage + 1) * share;
            stage++;
        }

        return stage;
    }
}
