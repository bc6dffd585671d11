namespace Mainstay.Cli.Modelling;

/// <summary>Round durations at which a curve is read out for a person.</summary>
internal static class RoundTimes
{
    private const int Most = 10;

    private static readonly double[] s_steps = [1, 2, 2.5, 5, 10, 20];

    /// <summary>Up to ten, the last one within what was observed; whole where all durations are.</summary>
    public static IReadOnlyList<double> Of(IReadOnlyList<SurvivalGroup> groups)
    {
        var longest = groups.Max(group => group.Longest);
        if (longest <= 0)
            return [0];
        var whole = groups.All(group => group.Curve.Points.All(point => point.Time == Math.Floor(point.Time)));
        var power = Math.Pow(10, Math.Floor(Math.Log10(longest / Most)));
        var step = s_steps.Select(factor => factor * power)
            .First(step => longest / step < Most + 1e-6 && (!whole || step == Math.Floor(step)));
        return [.. Enumerable.Range(1, (int)((longest / step) + 1e-9)).Select(i => i * step)];
    }
}
