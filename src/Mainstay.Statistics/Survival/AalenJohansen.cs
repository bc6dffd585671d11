using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Survival;

/// <summary>
/// Aalen–Johansen: how many are gone by each of several competing causes after each duration. F_k(t) = Σ S(t−)·d_k/n,
/// so that the causes and those still there always add up to one. (1 − Kaplan–Meier per cause does not: it counts as
/// if the other causes could be abolished.)
/// </summary>
/// <remarks>
/// [AJ78] Aalen &amp; Johansen, Scandinavian Journal of Statistics 5:141–150, 1978; variance: Aalen, Annals of
/// Statistics 6:534–545, 1978, as in Marubini &amp; Valsecchi 1995 §10.3.
/// </remarks>
public sealed class AalenJohansen
{
    private AalenJohansen(IncidencePoint[][] causes, KaplanMeier overall)
    {
        Causes = causes;
        Overall = overall;
    }

    /// <summary>The steps of each cause, in the order of the causes 1, 2, …; before the first step, F is 0.</summary>
    public IReadOnlyList<IReadOnlyList<IncidencePoint>> Causes { get; }

    /// <summary>Those still there: Kaplan–Meier with every cause as the event.</summary>
    public KaplanMeier Overall { get; }

    /// <summary>What is degenerate; empty when nothing is.</summary>
    public IReadOnlyList<Diagnosis> Diagnosis => Overall.Diagnosis;

    /// <summary>
    /// Estimates all cumulative incidences. Facts about the data are in the result, never exceptions.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The level of the options is not between 0 and 1.</exception>
    public static AalenJohansen Estimate(SurvivalTimes times, SurvivalOptions? options = null)
    {
        options ??= SurvivalOptions.Default;
        var table = RiskTable.Of(times);
        var overall = KaplanMeier.Estimate(times, options);
        var causes = new IncidencePoint[times.Causes][];
        for (var cause = 0; cause < causes.Length; cause++)
            causes[cause] = Incidence(table, overall, cause, options.Quantile());
        return new(causes, overall);
    }

    /// <summary>F_k(t) in [0, 1]: the share gone by the cause after t; flat beyond the last time observed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">t is negative, or there is no such cause.</exception>
    public double Incidence(int cause, double t)
    {
        Require.NonNegative(t);
        Require.Within(cause, 0, Causes.Count + 1);
        var incidence = 0.0;
        foreach (var point in Causes[cause - 1])
        {
            if (point.Time > t)
                break;
            incidence = point.Incidence;
        }

        return incidence;
    }

    private static IncidencePoint[] Incidence(RiskTable table, KaplanMeier overall, int cause, double z)
    {
        var points = new IncidencePoint[table.Count];
        var (incidence, before, sums) = (0.0, 1.0, default(Variance));
        for (var row = 0; row < points.Length; row++)
        {
            var (n, d) = (table.AtRisk[row], table.Events[row][cause]);
            incidence += before * d / n;
            sums = sums.With(n, table.EventsAt(row), table.Left(row), d, before, incidence);
            before = overall.Points[row].Survival;
            var error = sums.StandardError(incidence);
            var (low, high) = Band.LogLog(incidence, error, z);
            points[row] = new(table.Time[row], n, d, incidence, error, low, high);
        }

        return points;
    }

    /// <summary>
    /// Var F(t) = Σ (F(t) − F_j)²·A_j + B_j − 2(F(t) − F_j)·C_j, kept as sums of the powers of F_j, so that a curve
    /// costs one pass. A = d/((n−1)(n−d)), B = S²·d_k(n−d_k)/(n²(n−1)), C = S·d_k(n−d_k)/(n(n−d)(n−1)).
    /// </summary>
    private readonly record struct Variance(double A, double AF, double AFF, double B, double C, double CF)
    {
        public Variance With(double n, double d, double left, double cause, double before, double f)
        {
            // One alone at risk has no variance; the terms in (n − d) meet F(t) − F_j = 0, for nobody is left to go.
            var (others, split) = (n > 1 ? n - 1 : n, cause * (n - cause));
            var a = left == 0 ? 0 : d / (others * left);
            var c = left == 0 ? 0 : before * split / (n * left * others);
            var b = before * before * split / (n * n * others);
            return new(A + a, AF + (a * f), AFF + (a * f * f), B + b, C + c, CF + (c * f));
        }

        public double StandardError(double f) => Sqrt(Max(
            0, (f * f * A) - (2 * f * AF) + AFF + B - (2 * ((f * C) - CF))));
    }
}
