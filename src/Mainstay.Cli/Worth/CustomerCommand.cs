using System.CommandLine;
using Mainstay.Cli.Ledger;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using Mainstay.Ledger.Identity;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary><c>mainstay customer KEY</c>: one customer, their worth and their story.</summary>
internal static class CustomerCommand
{
    private static readonly Listing<TimelineEntry> Story = new("timeline",
    [
        new("day", row => row.Day),
        new("kind", row => row.Kind),
        new("reference", row => row.Reference),
        new("lines", row => row.Lines),
        new("amount", row => row.Amount),
        new("matched_by", row => row.MatchedBy),
    ]);

    public static Command Create(Frame frame) => CustomerKey.Command(
        frame, "customer", "One customer: what they are worth, and what happened so far.", WriteAsync);

    private static async Task WriteAsync(
        Call call, WorkspaceAnalysis analysis, KnownCustomer known, CancellationToken cancellationToken)
    {
        var worth = await analysis.Customers.FindAsync(analysis.Snapshot, known.CustomerKey, cancellationToken)
            ?? throw CustomerKey.Unknown(known.CustomerKey);
        if (call.Format == OutputFormat.Json)
        {
            CustomerJson.Write(call.Context, analysis.Document, new CustomerPage(1, [worth]));
            return;
        }

        using var connection = analysis.Connect();
        var story = await CustomerTimeline.ReadAsync(
            connection, known.CustomerId, analysis.Settings.TimeZone, cancellationToken);
        if (call.Format == OutputFormat.Csv)
            Story.Write(call, story);
        else
            Show(call.Page, worth, story, analysis.Figures);
    }

    private static TextTable StoryTable(IReadOnlyList<TimelineEntry> story, Figures figures)
    {
        var table = new TextTable(new("day"), new("what"), new("reference", Flexible: true),
            new("lines", Right: true), new(figures.MoneyTitle("amount"), Right: true));
        foreach (var entry in story)
            table.Add(Figures.Day(entry.Day), entry.Kind, entry.Reference ?? "",
                entry.Lines is { } lines ? figures.Count(lines) : "",
                entry.Amount is { } amount
                    ? new Cell(figures.Amount(amount), amount < 0 ? Ink.Losing : Ink.Plain)
                    : "");
        return table;
    }

    private static string Interval(CustomerWorth customer, Figures figures) =>
        customer is { ResidualLow: { } low, ResidualHigh: { } high }
            ? $" ({figures.Money(low)} to {figures.Money(high)})"
            : " (no interval)";

    private static void Show(Page page, CustomerWorth customer, IReadOnlyList<TimelineEntry> story, Figures figures)
    {
        var mark = customer.MarginEstimated ? "≈ " : "";
        page.Answer(
            $"{customer.Name ?? customer.Customer} has earned us {mark}{figures.Money(customer.MarginToDate)} so far"
            + (customer.ResidualValue is { } more
                ? $" and should bring ≈ {figures.Money(more)} more{Interval(customer, figures)}."
                : "."));
        page.Line();
        page.Table(CustomerFacts.Of(customer, figures));
        page.Heading("What happened, newest first");
        page.Table(StoryTable(story, figures));
        page.Next($"mainstay explain {customer.Customer} says why, down to the order lines.");
    }
}
