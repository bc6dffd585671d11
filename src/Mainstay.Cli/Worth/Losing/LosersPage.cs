using Mainstay.Cli.Terminal;
using Mainstay.Worth.Losing;

namespace Mainstay.Cli.Worth.Losing;

/// <summary>Losing customers for eyes: what they take, why, what would turn them, and who stays all the same.</summary>
internal static class LosersPage
{
    private const int CausesShown = 2;

    public static void Write(Page page, LosersDocument losers, Figures figures)
    {
        page.Answer(Sentence(losers, figures));
        if (losers.Customers.Count == 0)
        {
            page.Paragraph("Only costs that are recorded count; mainstay worth costs says which are.", Ink.Muted);
            page.Next("mainstay worth tiers says who makes the profit.");
            return;
        }

        page.Heading($"Worst first, up to {Figures.Day(losers.AsOf)}");
        page.Table(Customers(losers.Customers, figures));
        page.Line();
        if (CustomerLimit.Note(losers.Customers.Count, losers.CustomersTotal, "losing customers", figures) is { } note)
            page.Paragraph(note, Ink.Muted);
        page.Paragraph("Avoidable: what letting them go would take away; where it is above zero, letting go costs "
            + "money, because fixed costs stay.", Ink.Muted);
        WriteExceptions(page, losers, figures);
        page.Next($"mainstay worth what-if reprice --by 0.10, or mainstay explain {losers.Customers[0].Customer}.");
    }

    public static string Sentence(LosersDocument losers, Figures figures)
    {
        if (losers.CustomersTotal == 0)
        {
            return losers.NeverBought.Customers == 0
                ? $"Nobody costs us money, as of {Figures.Day(losers.AsOf)}."
                : $"No customer costs us money, as of {Figures.Day(losers.AsOf)}.{Others(losers, figures)}";
        }

        var who = losers.CustomersTotal == 1
            ? "1 customer costs"
            : $"{figures.Count(losers.CustomersTotal)} customers cost";
        var time = losers.Minutes is { } minutes and > 0
            ? $" and took {figures.Whole(minutes)} minutes of our people's time"
            : "";
        var gold = losers is { Minutes: > 0, GoldEarnsPerMinute: { } earns }
            ? $"; a minute spent on gold customers earned {figures.Money(earns)}"
            : "";
        return $"{who} us {figures.About(-losers.Contribution)}{time}{gold}.{Others(losers, figures)}";
    }

    private static string Others(LosersDocument losers, Figures figures)
    {
        if (losers.NeverBought is not { Customers: > 0 and var many } others)
            return "";
        var who = many == 1 ? "Somebody" : $"{figures.Count(many)} people";
        return $" {who} who never bought, or sent all of it back, cost {figures.About(-others.Contribution)} more.";
    }

    private static TextTable Customers(IReadOnlyList<LosingCustomer> customers, Figures figures)
    {
        var table = new TextTable(
            new("customer", Flexible: true), new(figures.MoneyTitle("margin"), Right: true),
            new("avoidable", Right: true), new("mostly", Flexible: true), new("turns with"));
        foreach (var one in customers)
            table.Add(
                (one.Exception is null ? "" : "* ")
                    + (string.IsNullOrEmpty(one.Name) ? one.Customer : $"{one.Customer}  {one.Name}"),
                new Cell(figures.Amount(one.Contribution), Ink.Losing),
                figures.Amount(one.AvoidableContribution),
                string.Join(", ", one.Causes.Take(CausesShown)
                    .Select(cause => $"{LossWords.Of(cause.Cause)} {figures.Whole(cause.Amount)}")),
                one.SmallestChange is { } change ? LossWords.Of(change, figures) : Cell.Missing);
        return table;
    }

    private static void WriteExceptions(Page page, LosersDocument losers, Figures figures)
    {
        var kept = losers.Customers.Where(one => one.Exception is not null).ToArray();
        if (kept.Length == 0)
            return;
        page.Heading("* stay all the same");
        foreach (var one in kept)
            page.Point(
                $"{one.Customer}: {Words(one.Exception!, losers.AsOf)}; costs {figures.Money(-one.Contribution)}.");
    }

    private static string Words(KeptCustomer exception, DateOnly asOf)
    {
        var decided = exception.Owner is { Length: > 0 } owner ? $", decided by {owner}" : "";
        var review = exception.ReviewOn switch
        {
            null => ", without a day to look again",
            { } day when day <= asOf => $", due for review since {Figures.Day(day)}",
            { } day => $", to be looked at again on {Figures.Day(day)}",
        };
        var note = exception.Note is { Length: > 0 } words ? $" ({words})" : "";
        return exception.Reason + decided + review + note;
    }
}
