using Mainstay.Ledger.Engines;
using Mainstay.Lifecycle;
using Mainstay.Statistics;
using Mainstay.Statistics.Attrition;

namespace Mainstay.Worth;

/// <summary>
/// State, P(alive), expected and discounted residual purchases of every distinct history, put back beside the customers
/// as table history_scores.
/// </summary>
internal sealed class HistoryScores
{
    private readonly DistinctHistories _histories;
    private readonly CustomerStates _states;
    private readonly double[]? _expected;
    private readonly double[]? _residual;
    private readonly ResidualIntervals _intervals;

    private HistoryScores(
        DistinctHistories histories, CustomerStates states, double[]? expected, double[]? residual,
        ResidualIntervals intervals) =>
        (_histories, _states, _expected, _residual, _intervals) = (histories, states, expected, residual, intervals);

    public static HistoryScores Of(
        DistinctHistories histories, PurchaseHistories columns, AttritionModels models,
        ResidualIntervals intervals, Period period, DiscountRate rate)
    {
        var states = models.State is { } state
            ? CustomerStates.ByModel(histories, state, period)
            : CustomerStates.ByFixedRule(histories);
        if (models.Main is not { } model)
            return new(histories, states, null, null, intervals);
        var (expected, residual) = (new double[histories.Count], new double[histories.Count]);
        model.ExpectedPurchases(columns, Horizon.Year.In(period), expected);
        model.DiscountedExpectedResidualPurchases(columns, rate.PerPeriod(period), residual);
        return new(histories, states, expected, residual, intervals);
    }

    /// <summary>Leaves history_scores on the session.</summary>
    public void Write(SqlSession sql)
    {
        sql.Create(
            "history_scores",
            """
            frequency bigint, recency_days bigint, t_days bigint, state varchar, p_alive double precision,
            won_back_before double precision, expected_purchases_12m double precision,
            residual_purchases double precision, residual_purchases_low double precision,
            residual_purchases_high double precision
            """);
        sql.Fill("history_scores", rows =>
        {
            for (var row = 0; row < _histories.Count; row++)
            {
                rows.Append(_histories.Frequency(row));
                rows.Append(_histories.RecencyDays(row));
                rows.Append(_histories.Days(row));
                rows.Append(_states.State(row));
                rows.Append(_states.PAlive(row));
                rows.Append(_states.WonBackBefore(row));
                rows.Append(Finite(_expected, row));
                rows.Append(Finite(_residual, row));
                var interval = _intervals[row];
                rows.Append(interval?.Low);
                rows.Append(interval?.High);
                rows.EndRow();
            }
        });
    }

    // A discount rate of 0 makes the residual of a customer who may never leave infinite: unknown, not a number.
    private static double? Finite(double[]? values, int row) =>
        values is not null && double.IsFinite(values[row]) ? values[row] : null;
}
