using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Worth;
using Mainstay.Worth.Ladder;

namespace Mainstay.Cli.Worth.Ladder;

/// <summary><c>mainstay worth ladder</c>: from net revenue to what is left, step by step.</summary>
internal static class LadderCommand
{
    public static Command Create(Frame frame)
    {
        var byCustomer = new Option<bool>("--by-customer") { Description = "Each customer's own ladder too." };
        var by = Options.OneOf(
            "--by", "The company's ladder of each period too.",
            [.. ((string[])["month", "quarter", "year"]).Select(kind => (kind, (string?)kind))]);
        var limit = new CustomerLimit();
        var command = new ExampledCommand("ladder",
            "From net revenue to what is left: goods, fees, delivery, returns, service, marketing.",
            "mainstay worth ladder --by quarter",
            "mainstay worth ladder --by-customer --format csv > ladders.csv")
        { UsesLedger = true };
        command.Options.Add(byCustomer);
        command.Options.Add(by);
        command.Options.Add(limit.Option);
        frame.Run(command, async (call, cancellationToken) =>
        {
            var request = new LadderRequest { ByCustomer = call.Value(byCustomer), Period = call.Value(by) };
            if (call.Format == OutputFormat.Csv && request is { ByCustomer: true, Period: not null })
                throw TwoTables();
            using var analysis = await WorkspaceAnalysis.OfAsync(call, cancellationToken);
            var ladder = await analysis.Reports.LadderAsync(analysis.Snapshot, request, cancellationToken);
            var shown = ladder with { ByCustomer = Largest(ladder.ByCustomer, limit.Of(call)) };
            WorthAnswer.Write(call, shown, WorthJson.Readable.LadderDocument,
                () => LadderCsv.Write(call, shown),
                () => LadderPage.Write(
                    call.Page, shown, request.Period, ladder.ByCustomer?.Count ?? 0, analysis.Figures));
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>Everybody by key, or so many of those who buy most.</summary>
    private static IReadOnlyList<CustomerLadder>? Largest(IReadOnlyList<CustomerLadder>? customers, long? count) =>
        customers is null || count is null || count >= customers.Count
            ? customers
            : [.. customers.OrderByDescending(customer => customer.NetRevenue)
                .ThenBy(customer => customer.Customer, StringComparer.Ordinal).Take((int)count)];

    private static CommandFailedException TwoTables() => new(new Failure(
        "CSV holds one table, and this asks for two", Where: "--by-customer and --by",
        Expected: "one of them, or --format json, which holds both", Do: "mainstay worth ladder --help"));
}
