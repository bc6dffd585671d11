using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

// Whole sets at once: logarithms of times are taken per distinct time, and the logistic of the log-odds several at a
// time. What holds if the customer is alive depends on x and T only, never on t_x, so it is worked out once per distinct
// (x, T), and its expensive half once per distinct x: some hundred of them among a million customers.
public abstract partial class BetaGeometricNbd
{
    /// <inheritdoc/>
    public double LogLikelihood(PurchaseHistories histories) => HistorySums.LogLikelihood(this, histories);

    /// <inheritdoc/>
    public void PAlive(PurchaseHistories histories, Span<double> destination) => PAliveAfter(histories, 0, destination);

    /// <inheritdoc/>
    public void PAliveAfter(PurchaseHistories histories, double t, Span<double> destination)
    {
        Require.SameLength(destination.Length, histories.Count, nameof(destination));
        Require.NonNegative(t);
        var (xs, txs, times) = (histories.DistinctX, histories.DistinctTx, histories.DistinctT);
        var odds = Array.ConvertAll(xs.Values, x => MayBeGone(x) ? -Log(a / (b + x - 1 + s)) : double.PositiveInfinity);
        var early = Array.ConvertAll(txs.Values, tx => Log(alpha + tx));
        var late = Array.ConvertAll(times.Values, T => Log(alpha + T + t));
        for (var i = 0; i < destination.Length; i++)
            destination[i] = odds[xs[i]] - ((r + xs.Values[xs[i]]) * (late[times[i]] - early[txs[i]]));
        StableLanes.Logistic(destination);
    }

    /// <inheritdoc/>
    public void ExpectedPurchases(PurchaseHistories histories, double t, Span<double> destination)
    {
        Require.NonNegative(t);
        Predict(
            histories,
            x => new DropoutPosterior(a, b + x + s),
            (posterior, x, T) => posterior.Purchases(r + x, z: t / (alpha + T)),
            destination);
    }

    /// <inheritdoc/>
    public void DiscountedExpectedResidualPurchases(PurchaseHistories histories, double delta, Span<double> destination)
    {
        Require.NonNegative(delta);
        Predict(
            histories,
            x => delta == 0 ? null : new DiscountTransform(r + x, a, b + x + s),
            (transform, x, T) => transform is null
                ? DropoutPosterior.MeanInverse(a, b + x + s)
                : transform.At(delta * (alpha + T)),
            destination);
    }

    private void Predict<TPerX>(
        PurchaseHistories histories, Func<double, TPerX> prepare, Func<TPerX, double, double, double> ifAlive,
        Span<double> destination)
    {
        PAlive(histories, destination);
        var (xs, times) = (histories.DistinctX, histories.DistinctT);
        var perX = Array.ConvertAll(xs.Values, x => new Lazy<TPerX>(() => prepare(x)));
        var known = new Dictionary<(int X, int T), double>();
        for (var i = 0; i < histories.Count; i++)
        {
            var key = (xs[i], times[i]);
            if (!known.TryGetValue(key, out var value))
            {
                value = ifAlive(perX[key.Item1].Value, histories.X[i], histories.T[i]);
                known.Add(key, value);
            }

            destination[i] = destination[i] == 0 ? 0 : destination[i] * value;
        }
    }
}
