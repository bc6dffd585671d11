using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth.Losing;

/// <summary><c>mainstay worth losers</c>: who costs more than they bring, why, and what would turn them.</summary>
internal static class LosersCommand
{
    public static Command Create(Frame frame)
    {
        var limit = new CustomerLimit();
        var command = new ExampledCommand("losers",
            "Who costs more than they bring, why, and the smallest change that would turn each.",
            "mainstay worth losers",
            "mainstay worth losers --format csv > losers.csv")
        { UsesLedger = true };
        command.Options.Add(limit.Option);
        frame.Run(command, async (call, cancellationToken) =>
        {
            using var analysis = await WorkspaceAnalysis.OfAsync(call, cancellationToken);
            var losers = await analysis.Reports.LosersAsync(analysis.Snapshot, limit.Of(call), cancellationToken);
            WorthAnswer.Write(call, losers, WorthJson.Readable.LosersDocument,
                () => LosersCsv.Write(call, losers),
                () => LosersPage.Write(call.Page, losers, analysis.Figures));
            return ExitCode.Ok;
        });
        return command;
    }
}
