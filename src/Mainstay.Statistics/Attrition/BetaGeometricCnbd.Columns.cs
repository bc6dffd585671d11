namespace Mainstay.Statistics.Attrition;

// Whole sets at once. What holds alive with j stages behind one depends on x and T only, never on t_x, so it is worked
// out once per distinct (x, T); a row adds how likely each j is.
public abstract partial class BetaGeometricCnbd
{
    private delegate void Fill<in TPerX>(TPerX perX, double x, double T, Span<double> byStage);

    /// <summary>
    /// Σ w·ℓ over all rows, with <see cref="PurchaseHistories.TotalLogGaps"/>; where the gaps are not known, the
    /// likelihood is stated without them.
    /// </summary>
    public double LogLikelihood(PurchaseHistories histories) =>
        ((k - 1) * (histories.TotalLogGaps ?? 0)) + HistorySums.LogLikelihood(this, histories);

    /// <inheritdoc/>
    public void PAlive(PurchaseHistories histories, Span<double> destination) => PAliveAfter(histories, 0, destination);

    /// <inheritdoc/>
    public void PAliveAfter(PurchaseHistories histories, double t, Span<double> destination)
    {
        Require.SameLength(destination.Length, histories.Count, nameof(destination));
        Require.NonNegative(t);
        for (var i = 0; i < histories.Count; i++)
            destination[i] = PAliveAfter(histories[i], t);
    }

    /// <inheritdoc/>
    public void ExpectedPurchases(PurchaseHistories histories, double t, Span<double> destination)
    {
        Require.NonNegative(t);
        Predict(histories, Regular, (per, x, T, byStage) => Expected(per, x, T, t, byStage), destination);
    }

    /// <inheritdoc/>
    public void DiscountedExpectedResidualPurchases(PurchaseHistories histories, double delta, Span<double> destination)
    {
        Require.NonNegative(delta);
        Predict(
            histories,
            x => delta == 0 ? null : Discount(x),
            (per, x, T, byStage) => Discounted(per, x, T, delta, byStage),
            destination);
    }

    private RegularPurchases Regular(double x) => new(k, a, b + x + s);

    private RegularDiscount Discount(double x) => new(k, R(x), a, b + x + s);

    private void Expected(RegularPurchases regular, double x, double T, double t, Span<double> byStage)
    {
        for (var j = 0; j < k; j++)
            byStage[j] = regular.Expected(R(x) + j, t / (alpha + T), j);
    }

    private void Discounted(RegularDiscount? discount, double x, double T, double delta, Span<double> byStage)
    {
        if (discount is null)
            byStage.Fill(DropoutPosterior.MeanInverse(a, b + x + s));
        else
            discount.At(delta * (alpha + T), byStage);
    }

    private void Predict<TPerX>(
        PurchaseHistories histories, Func<double, TPerX> prepare, Fill<TPerX> ifAlive, Span<double> destination)
    {
        Require.SameLength(destination.Length, histories.Count, nameof(destination));
        var (xs, times) = (histories.DistinctX, histories.DistinctT);
        var perX = Array.ConvertAll(xs.Values, x => new Lazy<TPerX>(() => prepare(x)));
        var known = new Dictionary<(int X, int T), double[]>();
        for (var i = 0; i < histories.Count; i++)
        {
            var key = (xs[i], times[i]);
            if (!known.TryGetValue(key, out var byStage))
            {
                byStage = new double[k];
                ifAlive(perX[key.Item1].Value, histories.X[i], histories.T[i], byStage);
                known.Add(key, byStage);
            }

            var pAlive = PAlive(histories[i]);
            destination[i] = pAlive == 0 ? 0 : pAlive * OverStages(histories[i], byStage);
        }
    }
}
