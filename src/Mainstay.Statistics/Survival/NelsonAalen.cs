using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Survival;

/// <summary>
/// Nelson–Aalen: the cumulative hazard H(t) = Σ d/n over the event times up to t, with variance Σ d/n². Its slope is
/// the risk at a given duration: straight where the risk is steady, flattening where those who stay are loyal.
/// </summary>
/// <remarks>
/// [A78] Aalen, Annals of Statistics 6:701–726, 1978. Bands H·exp(±z·se/H): Bie, Borgan &amp; Liestøl 1987.
/// </remarks>
public sealed class NelsonAalen
{
    private NelsonAalen(HazardPoint[] points, Diagnosis[] diagnosis) => (Points, Diagnosis) = (points, diagnosis);

    /// <summary>The steps, by time; before the first, H is 0.</summary>
    public IReadOnlyList<HazardPoint> Points { get; }

    /// <summary>What is degenerate; empty when nothing is.</summary>
    public IReadOnlyList<Diagnosis> Diagnosis { get; }

    /// <summary>Estimates the cumulative hazard. Facts about the data are in the result, never exceptions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level of the options is not between 0 and 1.</exception>
    public static NelsonAalen Estimate(SurvivalTimes times, SurvivalOptions? options = null)
    {
        var z = (options ?? SurvivalOptions.Default).Quantile();
        var table = RiskTable.Of(times);
        var points = new HazardPoint[table.Count];
        var (hazard, variance) = (0.0, 0.0);
        for (var row = 0; row < points.Length; row++)
        {
            var (n, d) = (table.AtRisk[row], table.EventsAt(row));
            hazard += d / n;
            variance += d / (n * n);
            var error = Sqrt(variance);
            var spread = hazard > 0 ? Exp(z * error / hazard) : 1;
            points[row] = new(table.Time[row], n, d, hazard, error, hazard / spread, hazard * spread);
        }

        Diagnosis[] diagnosis = times switch
        {
            { Count: 0 } => [new Diagnosis.NothingObserved()],
            { Events: 0 } => [new Diagnosis.NobodyHadTheEvent(times.TotalWeight)],
            _ => [],
        };
        return new(points, diagnosis);
    }

    /// <summary>H(t), 0 or more: the cumulative hazard after t; flat beyond the last time observed.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative or NaN.</exception>
    public double CumulativeHazard(double t)
    {
        Require.NonNegative(t);
        return Points.TakeWhile(point => point.Time <= t).Select(point => point.CumulativeHazard).LastOrDefault();
    }
}
