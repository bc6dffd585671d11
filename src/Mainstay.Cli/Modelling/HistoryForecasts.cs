using Mainstay.Lifecycle;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Posterior;

namespace Mainstay.Cli.Modelling;

/// <summary>What a model foretells of every distinct history.</summary>
internal static class HistoryForecasts
{
    /// <summary>P(alive), purchases expected in a year and the discounted rest, of every row.</summary>
    public static (double[] PAlive, double[] Expected, double[] Residual) Means(
        ILatentAttrition model, PurchaseHistories histories, double t, double delta)
    {
        var (alive, expected, residual) =
            (new double[histories.Count], new double[histories.Count], new double[histories.Count]);
        model.PAlive(histories, alive);
        model.ExpectedPurchases(histories, t, expected);
        model.DiscountedExpectedResidualPurchases(histories, delta, residual);
        return (alive, expected, residual);
    }

    /// <summary>The same, with an interval of the purchases within <paramref name="t"/>, row by row.</summary>
    public static (IReadOnlyList<HistoryForecast> Rows, Interval? Total) Of(
        ILatentAttrition model, IAttritionPosterior? posterior, PurchaseHistories histories, double t, double delta,
        double level, CancellationToken cancellationToken)
    {
        var (alive, expected, residual) = Means(model, histories, t, delta);
        var forecast = posterior is { Reliable: true }
            ? Forecast.Of(
                histories, posterior, null, new() { Delta = 0, Horizon = t, Level = level }, cancellationToken)
            : null;
        var rows = new HistoryForecast[histories.Count];
        for (var row = 0; row < rows.Length; row++)
        {
            // Purchases are counted: the interval's ends are whole, and it holds at least what it promises.
            var interval = forecast?[row];
            rows[row] = new(
                alive[row], model.PBuys(histories[row], t), expected[row],
                interval is { Low: var low } ? Math.Floor(low) : null,
                interval is { High: var high } ? Math.Ceiling(high) : null,
                double.IsFinite(residual[row]) ? residual[row] : null);
        }

        return (rows, forecast?.Total(histories.Weight, histories.Weight));
    }
}
