using Mainstay.Statistics.Sampling;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

// What a customer does after T. Alive at T, the customer is a new one whose parameters have learnt from the past, r + x,
// α + T, s and β + T, for the gammas are conjugate: nothing here needs its own formula.
public sealed partial class ParetoNbd
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

    /// <inheritdoc/>
    /// <remarks>Who is alive at T forgets t_x: all rows of one (x, T) share their integrals, and so do their y.</remarks>
    public void Pmf(PurchaseHistories histories, ReadOnlySpan<double> y, double t, Span<double> below, Span<double> at)
    {
        ArgumentNullException.ThrowIfNull(histories);
        Require.NonNegative(t);
        var (xs, ts, pAlive) = (histories.DistinctX, histories.DistinctT, new double[histories.Count]);
        PAlive(histories, pAlive);
        var most = new Dictionary<long, int>();
        for (var row = 0; row < histories.Count; row++)
        {
            Require.NonNegative(y[row], nameof(y));
            var key = ((long)xs[row] * ts.Count) + ts[row];
            most[key] = Max(most.GetValueOrDefault(key), (int)y[row]);
        }

        var alive = most.ToDictionary(
            pair => pair.Key,
            pair => IfAlive(new(xs.Values[pair.Key / ts.Count], 0, ts.Values[pair.Key % ts.Count]))
                .Probabilities(t, pair.Value + 1));
        for (var row = 0; row < histories.Count; row++)
        {
            var (p, counts, bought) = (pAlive[row], alive[((long)xs[row] * ts.Count) + ts[row]], (int)y[row]);
            var fewer = 0.0;
            for (var count = 0; count < bought; count++)
                fewer += counts[count];
            below[row] = bought == 0 ? 0 : 1 - p + (p * fewer);
            at[row] = bought == 0 ? 1 - p + (p * counts[0]) : p * counts[bought];
        }
    }

    /// <summary>
    /// P(Y(t) ≥ 1 | x, t_x, T), in [0, 1]: the customer is alive and the next purchase comes before leaving and before
    /// t, (r+x)/A·∫₀ᵗ (1+u/A)^−(r+x+1) (1+u/B)^−s du, A = α + T, B = β + T.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative, infinite or NaN.</exception>
    public double PBuys(in PurchaseHistory history, double t)
    {
        Require.NonNegative(t);
        return t == 0 ? 0 : PAlive(history) * After(history.X, history.T).BuysFirstWithin(t);
    }

    /// <inheritdoc/>
    public double DiscountedExpectedPurchases(in PurchaseHistory history, double t, double delta)
    {
        Require.NonNegative(t);
        Require.NonNegative(delta);
        var ifAlive = IfAlive(history);
        return PAlive(history) * DiscountedSum.Of(ifAlive.ExpectedPurchases, t, delta, scale: beta + history.T);
    }

    /// <inheritdoc/>
    public void SimulateNew(double t, Random random, ICollection<double> purchases)
    {
        Require.NonNegative(t);
        SimulateAlive(default, t, random, purchases);
    }

    /// <inheritdoc/>
    public void SimulateAlive(in PurchaseHistory history, double t, Random random, ICollection<double> purchases)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(purchases);
        var (x, _, T) = history;
        var rate = Draw.GammaRate(random, r + x, alpha + T);
        var leaves = Draw.Wait(random, Draw.GammaRate(random, s, beta + T));
        Draw.Purchases(random, rate, Min(t, leaves), purchases);
    }
}
