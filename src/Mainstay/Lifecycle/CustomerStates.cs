using Mainstay.Ledger.Engines;
using Mainstay.Statistics;
using Mainstay.Statistics.Attrition;

namespace Mainstay.Lifecycle;

/// <summary>
/// State and P(alive) of every distinct history: by MBG/NBD, under which one-time buyers can leave too, or by a fixed
/// rule where it cannot be fitted. Won back is settled here for a single repeat; for more, the purchase before the
/// last decides, and <see cref="WonBackBefore"/> says how early it must lie.
/// </summary>
internal sealed class CustomerStates
{
    private const double LapsedBelow = 0.5;
    private const double LostBelow = 0.1;
    private const double AtRiskQuantile = 0.8;
    private const int LapsedDays = 365;
    private const int LostDays = 730;

    private readonly string[] _states;
    private readonly double?[] _pAlive;
    private readonly double[] _wonBackBefore;

    private CustomerStates(int count, string model) =>
        (_states, _pAlive, _wonBackBefore, Model) = (new string[count], new double?[count], new double[count], model);

    /// <summary>Name of the model or rule.</summary>
    public string Model { get; }

    public string State(int row) => _states[row];

    public double? PAlive(int row) => _pAlive[row];

    /// <summary>
    /// Days from the first purchase: an alive customer whose purchase before the last came earlier had lapsed by the
    /// time of the last, which won them back. Not above 0 where nothing could have.
    /// </summary>
    public double WonBackBefore(int row) => _wonBackBefore[row];

    /// <summary>By P(alive) under <paramref name="model"/>: below .5 lapsed, below .1 lost.</summary>
    public static CustomerStates ByModel(DistinctHistories histories, MbgNbd model, Period period)
    {
        var states = new CustomerStates(histories.Count, model.Name);
        var alpha = model.Parameters["alpha"];
        var (lapse, silence) = Ratios(model, histories.HighestFrequency);
        for (var row = 0; row < histories.Count; row++)
        {
            var x = histories.Frequency(row);
            var (tx, T) = (period.Of(histories.RecencyDays(row)), period.Of(histories.Days(row)));
            var pAlive = model.PAlive(new(x, tx, T));
            var silent = (alpha + T) / (alpha + tx);
            states._pAlive[row] = pAlive;
            states._states[row] = pAlive < LostBelow ? Lifecycle.State.Lost
                : pAlive < LapsedBelow ? Lifecycle.State.Lapsed
                : x >= 1 && silent > silence[x] ? Lifecycle.State.AtRisk
                : Lifecycle.State.Active;

            // Lapsed at t_x before that purchase: (α + t_x)/(α + t_previous) > ratio, solved for t_previous.
            states._wonBackBefore[row] = x >= 1 ? (((alpha + tx) / lapse[x - 1]) - alpha) * period.Days : 0;
            states.SettleSingleRepeat(row, x);
        }

        return states;
    }

    /// <summary>By silence alone: 365 days lapsed, 730 days lost; no P(alive), and nobody at risk.</summary>
    public static CustomerStates ByFixedRule(DistinctHistories histories)
    {
        var states = new CustomerStates(histories.Count, "fixed_rule");
        for (var row = 0; row < histories.Count; row++)
        {
            var silent = histories.Days(row) - histories.RecencyDays(row);
            states._states[row] = silent >= LostDays ? Lifecycle.State.Lost
                : silent >= LapsedDays ? Lifecycle.State.Lapsed
                : Lifecycle.State.Active;
            states._wonBackBefore[row] = histories.RecencyDays(row) - LapsedDays + 1;
            states.SettleSingleRepeat(row, histories.Frequency(row));
        }

        return states;
    }

    /// <summary>
    /// Settles who is won back among customers with two or more repeats: needs customer_history and history_scores on
    /// the session, and leaves returned_customers.
    /// </summary>
    public static void FindReturned(SqlSession sql, DateOnly asOf)
    {
        sql.Materialize("maybe_returned", SqlFile.Beside<CustomerStates>("maybe_returned"), ("as_of", asOf));
        sql.Materialize("returned_customers", SqlFile.Beside<CustomerStates>("returned_customers"), ("as_of", asOf));
    }

    /// <summary>Forgets what <see cref="FindReturned"/> left.</summary>
    public static void Drop(SqlSession sql) => sql.Drop("maybe_returned", "returned_customers");

    private static (double[] Lapse, double[] Silence) Ratios(MbgNbd model, long highestFrequency)
    {
        var (lapse, silence) = (new double[highestFrequency + 1], new double[highestFrequency + 1]);
        for (var x = 0; x <= highestFrequency; x++)
        {
            lapse[x] = model.LapseRatio(x, LapsedBelow);
            silence[x] = model.SilenceRatio(x, AtRiskQuantile);
        }

        return (lapse, silence);
    }

    // With one repeat the purchase before the last is the first one, on day 0.
    private void SettleSingleRepeat(int row, long x)
    {
        if (x == 1 && _wonBackBefore[row] > 0 && _states[row] is Lifecycle.State.Active or Lifecycle.State.AtRisk)
            _states[row] = Lifecycle.State.WonBack;
    }
}
