using System.Globalization;

namespace Mainstay.Cli.Modelling;

/// <summary>The answer in a sentence or two.</summary>
internal static class SurvivalSentence
{
    public static string Of(SurvivalAnswer answer)
    {
        var (observed, events) = (answer.Groups.Sum(group => group.Count), answer.Groups.Sum(group => group.Events));
        if (answer.Groups.Count == 1)
            return $"{Count(observed)} observed, {Count(events)} with the event. {Single(answer, answer.Groups[0])}";
        return $"{Count(observed)} observed in {Count(answer.Groups.Count)} groups, {Count(events)} with the event. "
            + Difference(answer);
    }

    /// <summary>A duration as people write it.</summary>
    public static string Time(double time) => time.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Single(SurvivalAnswer answer, SurvivalGroup group)
    {
        var causes = answer.Causes.Count == 0 ? "" : " " + string.Join(", ", answer.Causes
            .Select((cause, at) => (Name: cause, Events: group.EventsOf(at + 1)))
            .OrderByDescending(cause => cause.Events).Take(4)
            .Select(cause => $"{cause.Name} {Count(cause.Events)}")) + ".";
        return Half(group) + causes;
    }

    private static string Half(SurvivalGroup group)
    {
        if (group.Curve.Median is { } median)
            return $"Half had it by {Time(median)}{Between(group.Curve.MedianLow, group.Curve.MedianHigh)}.";
        var left = (100 * group.Curve.Points[^1].Survival).ToString("N1", CultureInfo.InvariantCulture);
        return $"After {Time(group.Longest)}, the longest observed, {left} % are still without it.";
    }

    private static string Between(double? low, double? high) => (low, high) switch
    {
        ({ } from, { } to) => $" (95 % sure: between {Time(from)} and {Time(to)})",
        ({ } from, null) => $" (95 % sure: not before {Time(from)})",
        _ => "",
    };

    private static string Difference(SurvivalAnswer answer)
    {
        if (answer.LogRank is not { ChiSquared: { } chi2, P: { } p } test)
            return $"Whether they differ cannot be tested: {answer.LogRankReason}";
        var verdict = p < 0.05 ? "The groups differ" : "The groups do not differ beyond chance";
        var chance = p < 0.0001 ? "p < 0.0001" : $"p = {p.ToString("0.0000", CultureInfo.InvariantCulture)}";
        var degrees = test.DegreesOfFreedom == 1 ? "1 degree" : $"{Count(test.DegreesOfFreedom)} degrees";
        return $"{verdict} (log-rank χ² {chi2.ToString("0.0", CultureInfo.InvariantCulture)} on {degrees} of freedom, "
            + $"{chance}).";
    }
}
