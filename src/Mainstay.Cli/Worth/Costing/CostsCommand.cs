using System.CommandLine;
using Mainstay.Cli.Ledger;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth.Costing;

/// <summary><c>mainstay worth costs</c>: what serving customers costs, and of what. Needs no order.</summary>
internal static class CostsCommand
{
    public static Command Create(Frame frame)
    {
        var pools = new Option<bool>("--pools") { Description = "In CSV: the pools instead of the activities." };
        var command = new ExampledCommand("costs",
            "What serving customers costs: pools, activities, rates, unused capacity. Needs no orders.",
            "mainstay worth costs",
            "mainstay worth costs --as-of 2026-03-31 --format json",
            "mainstay worth costs --pools --format csv > pools-used.csv")
        { UsesLedger = true };
        command.Options.Add(pools);
        frame.Run(command, async (call, cancellationToken) =>
        {
            using var open = await OpenWorkspace.ExistingAsync(call, cancellationToken);
            var settings = await open.EffectiveSettingsAsync(cancellationToken);
            var costs = await new WorthReports(open.Ledger).CostsAsync(settings, call.AsOf, cancellationToken);
            WorthAnswer.Write(call, costs, WorthJson.Readable.CostsDocument,
                () => CostsCsv.Write(call, costs, call.Value(pools)),
                () => CostsPage.Write(call.Page, costs, new Figures(costs.Currency, settings.Locale)));
            return costs.Notes.Count > 0 ? ExitCode.Incomplete : ExitCode.Ok;
        });
        return command;
    }
}
