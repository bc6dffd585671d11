using Mainstay.Cli.Terminal;
using Mainstay.Worth.Ladder;

namespace Mainstay.Cli.Worth.Ladder;

/// <summary>The margin ladder for eyes.</summary>
internal static class LadderPage
{
    public static void Write(Page page, LadderDocument ladder, string? period, long customers, Figures figures)
    {
        page.Answer(Sentence(ladder, figures));
        page.Heading($"Margin ladder up to {Figures.Day(ladder.AsOf)}");
        page.Table(LadderTable.Of(ladder, figures));
        page.Line();
        page.Paragraph(Marks.Sentence(ladder.Mark), Ink.Muted);
        if (ladder.UnusedCapacityCost != 0)
            page.Paragraph($"Below the ladder, on nobody's account: {figures.Money(ladder.UnusedCapacityCost)} of "
                + "capacity that was not used.");
        WritePeriods(page, ladder.ByPeriod, period, figures);
        WriteCustomers(page, ladder.ByCustomer, customers, figures);
        page.Next(ladder.ByCustomer is [var first, ..]
            ? $"mainstay explain {first.Customer}, down to order lines and minutes."
            : "mainstay worth costs says what service is made of; mainstay worth losers, who takes more than they "
                + "bring.");
    }

    /// <summary>The whole ladder in a sentence; the overview begins with it too.</summary>
    public static string Sentence(LadderDocument ladder, Figures figures)
    {
        if (ladder.Steps.Count == 0)
            return "Nothing has been sold.";
        var (revenue, left) = (ladder.Steps[0].Amount, ladder.Steps[^1].Amount);
        var open = ladder.Low == ladder.High ? "" : $" {Figures.Interval(ladder.Low, ladder.High, figures.Short)}";
        var share = revenue > 0 ? $": {figures.Percent((double)(left / revenue))}" : "";
        return $"Of {figures.About(revenue)} net revenue {Marks.About(ladder.Mark)}{figures.About(left)}{open} is left "
            + $"after goods, fees, delivery, returns, service and marketing{share}.";
    }

    private static void WritePeriods(Page page, IReadOnlyList<PeriodLadder>? periods, string? kind, Figures figures)
    {
        if (periods is null || kind is null)
            return;
        page.Heading(figures.WholeTitle($"By {kind}, what is left after each step"));
        page.Table(LadderTable.OfPeriods(periods, kind, figures));
    }

    private static void WriteCustomers(
        Page page, IReadOnlyList<CustomerLadder>? shown, long customers, Figures figures)
    {
        if (shown is null)
            return;
        page.Heading(figures.WholeTitle("By customer, what is left after each step"));
        page.Table(LadderTable.OfCustomers(shown, figures));
        if (CustomerLimit.Note(shown.Count, customers, "customers, those who buy most", figures) is { } note)
            page.Paragraph(note, Ink.Muted);
    }
}
