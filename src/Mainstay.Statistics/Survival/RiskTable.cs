namespace Mainstay.Statistics.Survival;

/// <summary>
/// Who was at risk at each distinct exit time, and what happened then: one row per time, ascending. Events come before
/// censorings at the same time, so those censored at t were at risk at t.
/// </summary>
internal sealed class RiskTable
{
    // Weights that are not whole leave rounding behind when they are added up in another order.
    private const double Rounding = 1e-12;

    private RiskTable(double[] time, double[] atRisk, double[][] events, double[] exits) =>
        (Time, AtRisk, Events, Exits) = (time, atRisk, events, exits);

    public double[] Time { get; }

    /// <summary>n: at risk just before the time.</summary>
    public double[] AtRisk { get; }

    /// <summary>d: events at the time, [row][cause − 1].</summary>
    public double[][] Events { get; }

    /// <summary>Everybody who left observation at the time.</summary>
    public double[] Exits { get; }

    public int Count => Time.Length;

    /// <summary>One row per distinct exit time.</summary>
    public static RiskTable Of(SurvivalTimes times) => Of(times, [.. times.Time.ToArray().Distinct().Order()]);

    /// <summary>One row per time of <paramref name="at"/>, which ascend.</summary>
    public static RiskTable Of(SurvivalTimes times, double[] at)
    {
        var (byTime, byEntry) = (Order(times.Time), Order(times.Entry));
        var (atRisk, exits, events) = (new double[at.Length], new double[at.Length], new double[at.Length][]);
        var (later, notYet, exit, entry) = (0.0, 0.0, byTime.Length - 1, byEntry.Length - 1);
        for (var row = at.Length - 1; row >= 0; row--)
        {
            events[row] = new double[Math.Max(times.Causes, 1)];
            for (; exit >= 0 && times.Time[byTime[exit]] >= at[row]; exit--)
            {
                var i = byTime[exit];
                later += times.Weight[i];
                if (times.Time[i] > at[row])
                    continue;
                exits[row] += times.Weight[i];
                if (times.Cause[i] > 0)
                    events[row][times.Cause[i] - 1] += times.Weight[i];
            }

            for (; entry >= 0 && times.Entry[byEntry[entry]] >= at[row]; entry--)
            {
                if (times.Entry[byEntry[entry]] == 0)
                    break;
                notYet += times.Weight[byEntry[entry]];
            }

            atRisk[row] = Math.Max(later - notYet, exits[row]);
        }

        return new(at, atRisk, events, exits);
    }

    /// <summary>Events of any cause at a row.</summary>
    public double EventsAt(int row) => Events[row].Sum();

    /// <summary>n − d, exactly 0 when everybody at risk had the event.</summary>
    public double Left(int row)
    {
        var left = AtRisk[row] - EventsAt(row);
        return left <= Rounding * AtRisk[row] ? 0 : left;
    }

    private static int[] Order(ReadOnlySpan<double> keys)
    {
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(keys.ToArray(), order);
        return order;
    }
}
