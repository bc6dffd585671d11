using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth.Tiers;

/// <summary><c>mainstay worth tiers</c>: who makes the profit, who moved, and what makes the best ones gold.</summary>
internal static class TiersCommand
{
    public static Command Create(Frame frame)
    {
        var limit = new CustomerLimit();
        var command = new ExampledCommand("tiers",
            "Who makes the profit: tiers, whale curve, movement, and what makes the best ones gold.",
            "mainstay worth tiers --limit 50",
            "mainstay worth tiers --as-of 2026-06-30 --format json")
        { UsesLedger = true };
        command.Options.Add(limit.Option);
        frame.Run(command, async (call, cancellationToken) =>
        {
            using var analysis = await WorkspaceAnalysis.OfAsync(call, cancellationToken);
            var tiers = await analysis.Reports.TiersAsync(analysis.Snapshot, limit.Of(call), cancellationToken);
            WorthAnswer.Write(call, tiers, WorthJson.Readable.TiersDocument,
                () => TiersCsv.Write(call, tiers),
                () => TiersPage.Write(call.Page, tiers, analysis.Figures));
            return ExitCode.Ok;
        });
        return command;
    }
}
