using Mainstay.Statistics.Special;

namespace Mainstay.Statistics.Attrition;

// Whole sets at once: who leaves first is worked out once per different (x, t_x), who buys first once per (x, T), and
// the discounted lifetime once per T.
public sealed partial class ParetoNbd
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
        var (leaving, buying) = (RaceTable.Leaving(histories, 1), RaceTable.Buying(histories, 1, later: t));
        var (leavesFirst, buysFirst) = (new double[leaving.X.Length], new double[buying.X.Length]);
        ParetoNbdParameters parameters = new(r, alpha, s, beta);
        leaving.Fill(parameters, leavesFirst, []);
        buying.Fill(parameters, buysFirst, []);
        for (var i = 0; i < histories.Count; i++)
        {
            var (x, tx, T) = histories[i];
            destination[i] = tx == T + t
                ? 1
                : PAlive(new(x, tx, T + t), leavesFirst[leaving.OfRow[i]], buysFirst[buying.OfRow[i]]);
        }
    }

    /// <inheritdoc/>
    public void ExpectedPurchases(PurchaseHistories histories, double t, Span<double> destination)
    {
        Require.NonNegative(t);
        PAlive(histories, destination);
        for (var i = 0; i < destination.Length; i++)
            destination[i] *= Purchases(r + histories.X[i], histories.T[i], t);
    }

    /// <inheritdoc/>
    public void DiscountedExpectedResidualPurchases(PurchaseHistories histories, double delta, Span<double> destination)
    {
        Require.NonNegative(delta);
        PAlive(histories, destination);
        var times = histories.DistinctT;
        var life = Array.ConvertAll(times.Values, T => DiscountedLife(beta + T, delta));
        for (var i = 0; i < destination.Length; i++)
        {
            if (destination[i] > 0)
                destination[i] *= (r + histories.X[i]) / (alpha + histories.T[i]) * life[times[i]];
        }
    }
}
