using Mainstay.Ledger.Engines;
using Mainstay.Lifecycle;
using Mainstay.Statistics;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Posterior;

namespace Mainstay.Worth;

/// <summary>
/// Between which values the residual of each distinct history lies, in expected purchases, and that of all customers in
/// money; or why neither can be said.
/// </summary>
internal sealed class ResidualIntervals
{
    private readonly Forecast? _forecast;

    private ResidualIntervals(Forecast? forecast, PosteriorSummary? posterior, string? reason) =>
        (_forecast, Posterior, Reason) = (forecast, posterior, reason);

    /// <summary>What the draws behind the intervals are worth; null without a model.</summary>
    public PosteriorSummary? Posterior { get; }

    /// <summary>Why there are none; null where there are.</summary>
    public string? Reason { get; }

    public static ResidualIntervals Of(
        PurchaseHistories columns, AttritionModels models, SpendModel spend, DiscountRate rate, Period period,
        double level, CancellationToken cancellationToken)
    {
        if (models.Main is not { } model)
            return new(null, null, "no model of repeat buying could be fitted");
        if (rate.EffectivePerYear == 0)
            return new(null, null, "without a discount rate the future has no end to bound");
        var family = models.MainFamily;
        var drawing = Task.Run(() => spend.Posterior(cancellationToken), cancellationToken);
        var posterior = AttritionPosterior.Of(family, columns, model, cancellationToken: cancellationToken);
        var spendPosterior = drawing.GetAwaiter().GetResult();
        if (posterior is null)
            return new(null, null, $"{model.Name} has no proper posterior on these data");
        var summary = PosteriorSummary.Of(posterior, level);
        if (!posterior.Reliable || spendPosterior is { Reliable: false })
        {
            return new(null, summary,
                "the data leave the models' parameters too open to draw from (k-hat above its threshold)");
        }

        var options = FutureOptions.Residual(rate.PerPeriod(period)) with { Level = level };
        return new(Forecast.Of(columns, posterior, spendPosterior, options, cancellationToken), summary, null);
    }

    /// <summary>Of row <paramref name="row"/>, in expected purchases.</summary>
    public Interval? this[int row] => _forecast?[row];

    /// <summary>Of all customers together, in money: needs valued_customers on the session.</summary>
    public Interval? Total(SqlSession sql, DistinctHistories histories)
    {
        if (_forecast is null)
            return null;
        var rows = new Dictionary<(long, long, long), int>(histories.Count);
        for (var row = 0; row < histories.Count; row++)
            rows.Add((histories.Frequency(row), histories.RecencyDays(row), histories.Days(row)), row);
        var (gains, gainSquares) = (new double[histories.Count], new double[histories.Count]);
        var (losses, lossSquares) = (new double[histories.Count], new double[histories.Count]);
        using var columns = sql.ReadColumns(SqlFile.Beside<ResidualIntervals>("distinct_prices"));
        while (columns.NextChunk())
        {
            var frequency = columns.Values<long>(0);
            var recency = columns.Values<long>(1);
            var days = columns.Values<long>(2);
            var gain = columns.Values<double>(3);
            var gainSquare = columns.Values<double>(4);
            var loss = columns.Values<double>(5);
            var lossSquare = columns.Values<double>(6);
            for (var i = 0; i < columns.RowCount; i++)
            {
                var row = rows[(frequency[i], recency[i], days[i])];
                (gains[row], gainSquares[row]) = (gain[i], gainSquare[i]);
                (losses[row], lossSquares[row]) = (loss[i], lossSquare[i]);
            }
        }

        return _forecast.Total(gains, gainSquares, losses, lossSquares);
    }
}
