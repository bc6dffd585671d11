using Mainstay.Statistics.Survival;

namespace Mainstay.Cli.Modelling;

/// <summary>One group's curves.</summary>
/// <param name="Name">Its name; <c>all</c> without groups.</param>
/// <param name="Times">What was observed.</param>
/// <param name="Curves">Those still there, and those gone by each cause.</param>
internal sealed record SurvivalGroup(string Name, SurvivalTimes Times, AalenJohansen Curves)
{
    public KaplanMeier Curve => Curves.Overall;

    public long Count => (long)Times.TotalWeight;

    public long Events => (long)Times.Events;

    /// <summary>The last duration anybody was observed for.</summary>
    public double Longest => Curve.Points[^1].Time;

    /// <summary>Events by one cause, from 1.</summary>
    public long EventsOf(int cause) => cause <= Curves.Causes.Count
        ? (long)Curves.Causes[cause - 1].Sum(point => point.Events)
        : 0;

    /// <summary>The steps of one cause; flat at 0 where the group never saw it.</summary>
    public IEnumerable<IncidencePoint> PointsOf(int cause) => cause <= Curves.Causes.Count
        ? Curves.Causes[cause - 1]
        : Curve.Points.Select(point => new IncidencePoint(point.Time, point.AtRisk, 0, 0, 0, 0, 0));

    /// <summary>The share gone by a cause after t.</summary>
    public double IncidenceOf(int cause, double t) => cause <= Curves.Causes.Count ? Curves.Incidence(cause, t) : 0;

    public static SurvivalGroup Of(string name, IReadOnlyList<ObservedDuration> rows)
    {
        var times = new SurvivalTimes(
            [.. rows.Select(row => row.Time)], [.. rows.Select(row => row.Cause)],
            [.. rows.Select(row => (double)row.Count)], [.. rows.Select(row => row.Entry)]);
        return new(name, times, AalenJohansen.Estimate(times));
    }
}
