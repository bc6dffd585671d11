using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Survival;

/// <summary>
/// Whether the curves of several groups differ: at each event time the events of a group are compared with its share
/// of those at risk. With ρ = 0 every time counts alike (log-rank, Mantel–Haenszel); with ρ = 1 early differences count
/// more (Peto–Peto), each time weighted by S(t−)^ρ.
/// </summary>
/// <remarks>
/// [M66] Mantel, Cancer Chemotherapy Reports 50:163–170, 1966; [HF82] Harrington &amp; Fleming, Biometrika 69:553–566,
/// 1982.
/// </remarks>
public sealed class LogRank
{
    private LogRank(
        double[] observed, double[] expected, double? chiSquared, int degreesOfFreedom, Diagnosis[] diagnosis)
    {
        (Observed, Expected, ChiSquared, Diagnosis) = (observed, expected, chiSquared, diagnosis);
        DegreesOfFreedom = degreesOfFreedom;
        P = chiSquared is { } chi2 ? Tail.ChiSquared(chi2, degreesOfFreedom) : null;
    }

    /// <summary>Events by group, weighted by S(t−)^ρ.</summary>
    public IReadOnlyList<double> Observed { get; }

    /// <summary>Events by group expected if all groups were alike, weighted likewise.</summary>
    public IReadOnlyList<double> Expected { get; }

    /// <summary>
    /// χ², 0 or more; null when there is nothing to compare, and then <see cref="Diagnosis"/> says why.
    /// </summary>
    public double? ChiSquared { get; }

    /// <summary>Degrees of freedom: groups that were at risk together with others, less one.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>Probability of so large a χ² if all groups were alike, in [0, 1]; null with χ².</summary>
    public double? P { get; }

    /// <summary>What is degenerate; empty when nothing is.</summary>
    public IReadOnlyList<Diagnosis> Diagnosis { get; }

    /// <summary>Compares the groups. Facts about the data are in the result, never exceptions.</summary>
    /// <param name="groups">Each group's times; events of any cause count.</param>
    /// <param name="rho">ρ, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rho"/> is negative or not finite.</exception>
    public static LogRank Compare(IReadOnlyList<SurvivalTimes> groups, double rho = 0)
    {
        Require.NonNegative(rho);
        var k = groups.Count;
        var (observed, expected, covariance) = (new double[k], new double[k], new double[k * k]);
        var survival = 1.0;
        foreach (var (n, d) in Times(groups))
        {
            var (all, events) = (n.Sum(), d.Sum());
            if (events == 0 || all == 0)
                continue;
            var weight = Pow(survival, rho);
            var chance = all > 1 ? weight * weight * events * Max(0, all - events) / (all - 1) : 0;
            for (var i = 0; i < k; i++)
            {
                observed[i] += weight * d[i];
                expected[i] += weight * events * n[i] / all;
                for (var j = 0; j < k; j++)
                    covariance[(i * k) + j] += chance * n[i] / all * ((i == j ? 1 : 0) - (n[j] / all));
            }

            survival *= Max(0, 1 - (events / all));
        }

        var excess = observed.Zip(expected, (o, e) => o - e).ToArray();
        var (chi2, df) = Symmetric.Quadratic(excess, covariance);
        return df > 0
            ? new(observed, expected, chi2, df, [])
            : new(observed, expected, null, 0, [Reason(groups)]);
    }

    /// <summary>At risk and events of each group, at each time when somebody of any group had the event.</summary>
    private static IEnumerable<(double[] AtRisk, double[] Events)> Times(IReadOnlyList<SurvivalTimes> groups)
    {
        double[] at = [.. groups.SelectMany(EventTimes).Distinct().Order()];
        var tables = groups.Select(group => RiskTable.Of(group, at)).ToArray();
        for (var row = 0; row < at.Length; row++)
        {
            yield return (
                Array.ConvertAll(tables, table => table.AtRisk[row]),
                Array.ConvertAll(tables, table => table.EventsAt(row)));
        }
    }

    private static IEnumerable<double> EventTimes(SurvivalTimes group)
    {
        for (var i = 0; i < group.Count; i++)
        {
            if (group.Cause[i] > 0)
                yield return group.Time[i];
        }
    }

    private static Diagnosis Reason(IReadOnlyList<SurvivalTimes> groups) => groups switch
    {
        _ when groups.All(group => group.Count == 0) => new Diagnosis.NothingObserved(),
        _ when groups.All(group => group.Events == 0) =>
            new Diagnosis.NobodyHadTheEvent(groups.Sum(group => group.TotalWeight)),
        _ => new Diagnosis.NothingToCompare(),
    };
}
