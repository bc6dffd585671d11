using System.Globalization;
using Mainstay.Cli.Terminal;

namespace Mainstay.Cli.Modelling;

/// <summary>The answer of <c>model survival</c> for a person: when half are gone, and how many are left when.</summary>
internal static class SurvivalPage
{
    // More do not fit beside each other in 80 columns.
    private const int MostSideBySide = 4;

    private static Cell[] NoCells => [];

    public static void Write(Page page, SurvivalAnswer answer)
    {
        page.Answer(SurvivalSentence.Of(answer));
        if (answer.Groups.Count > 1)
        {
            page.Heading("Groups");
            page.Table(Groups(answer));
        }

        var ticks = RoundTimes.Of(answer.Groups);
        if (answer.Causes.Count > 0)
        {
            foreach (var group in answer.Groups.Take(MostSideBySide))
            {
                page.Heading(answer.Groups.Count == 1 ? "Gone by each cause" : $"Gone by each cause: {group.Name}");
                page.Table(Causes(group, answer.Causes, ticks));
            }
        }
        else
        {
            page.Heading("Still without the event");
            page.Table(answer.Groups.Count == 1 ? Curve(answer.Groups[0], ticks) : SideBySide(answer, ticks));
        }

        WriteNotes(page, answer);
        page.Next(answer.Groups.Count == 1
            ? "--by COLUMN compares groups; --format csv gives every step of the curve."
            : "--format csv gives every step of the curves.");
    }

    private static void WriteNotes(Page page, SurvivalAnswer answer)
    {
        var cut = answer.Groups.Count > MostSideBySide
            ? "The first four groups stand above; --format csv has the curves of all."
            : null;
        string[] notes = [.. answer.Notes, .. cut is null ? Array.Empty<string>() : [cut]];
        if (notes.Length == 0)
            return;
        page.Heading("What to know");
        foreach (var note in notes)
            page.Point(note);
    }

    private static TextTable Groups(SurvivalAnswer answer)
    {
        var table = new TextTable(
            new("group", Flexible: true), new("observed", Right: true), new("with event", Right: true),
            new("half by", Right: true), new("95 % from", Right: true), new("to", Right: true));
        foreach (var group in answer.Groups)
        {
            var (median, low, high) = (group.Curve.Median, group.Curve.MedianLow, group.Curve.MedianHigh);
            table.Add(
                group.Name, SurvivalSentence.Count(group.Count), SurvivalSentence.Count(group.Events), Time(median),
                Time(low), Time(high));
        }

        return table;
    }

    private static TextTable Curve(SurvivalGroup group, IReadOnlyList<double> ticks)
    {
        var table = new TextTable(
            new("after", Right: true), new("at risk", Right: true), new("still without", Right: true),
            new("95 % from", Right: true), new("to", Right: true), new("", Flexible: true));
        foreach (var t in ticks.Where(t => t <= group.Longest))
        {
            var point = group.Curve.Points.LastOrDefault(point => point.Time <= t);
            var (low, high) = point.Time > 0 || point.AtRisk > 0 ? (point.Low, point.High) : (1, 1);
            var survival = group.Curve.Survival(t);
            table.Add(
                SurvivalSentence.Time(t), AtRisk(group, t), Percent(survival),
                low is { } from ? Percent(from) : Cell.Missing, high is { } to ? Percent(to) : Cell.Missing,
                new string('▇', (int)Math.Round(survival * 20)));
        }

        return table;
    }

    private static TextTable SideBySide(SurvivalAnswer answer, IReadOnlyList<double> ticks)
    {
        var shown = answer.Groups.Take(MostSideBySide).ToArray();
        var table = new TextTable([
            new("after", Right: true),
            .. shown.Select(group => new TableColumn(TextWidth.Cut(group.Name, 16), Right: true))]);
        foreach (var t in ticks)
        {
            table.Add([SurvivalSentence.Time(t), .. shown.Select(group =>
                t <= group.Longest || group.Curve.Survival(t) == 0 ? Percent(group.Curve.Survival(t)) : Cell.Missing)]);
        }

        return table;
    }

    private static TextTable Causes(SurvivalGroup group, IReadOnlyList<string> causes, IReadOnlyList<double> ticks)
    {
        int[] shown = [.. Enumerable.Range(1, causes.Count).OrderByDescending(group.EventsOf)
            .ThenBy(cause => cause).Take(MostSideBySide)];
        var others = Enumerable.Range(1, causes.Count).Except(shown).ToArray();
        var table = new TextTable([
            new("after", Right: true), new("at risk", Right: true), new("still there", Right: true),
            .. shown.Select(cause => new TableColumn(TextWidth.Cut(causes[cause - 1], 10), Right: true)),
            .. others.Length > 0 ? [new TableColumn("others", Right: true)] : Array.Empty<TableColumn>()]);
        foreach (var t in ticks.Where(t => t <= group.Longest))
        {
            table.Add([
                SurvivalSentence.Time(t), AtRisk(group, t), Percent(group.Curve.Survival(t)),
                .. shown.Select(cause => Percent(group.IncidenceOf(cause, t))),
                .. others.Length > 0 ? [Percent(others.Sum(cause => group.IncidenceOf(cause, t)))] : NoCells]);
        }

        return table;
    }

    /// <summary>Observed and without an event just after t.</summary>
    private static Cell AtRisk(SurvivalGroup group, double t) => SurvivalSentence.Count(
        (long)Enumerable.Range(0, group.Times.Count)
            .Where(i => group.Times.Time[i] > t && group.Times.Entry[i] <= t).Sum(i => group.Times.Weight[i]));

    private static Cell Percent(double share) => $"{(100 * share).ToString("N1", CultureInfo.InvariantCulture)} %";

    private static Cell Time(double? time) => time is { } t ? SurvivalSentence.Time(t) : Cell.Missing;
}
