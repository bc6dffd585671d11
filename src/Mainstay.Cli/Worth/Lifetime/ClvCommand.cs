using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth.Lifetime;

/// <summary><c>mainstay worth clv</c>: lifetime values, customer equity, and the most to spend on each.</summary>
internal static class ClvCommand
{
    public static Command Create(Frame frame)
    {
        var limit = new CustomerLimit();
        var command = new ExampledCommand("clv",
            "What each customer is worth over their life with you, and the most to spend on them.",
            "mainstay worth clv",
            "mainstay worth clv --limit 100 --format json",
            "mainstay worth clv --format csv > lifetime-values.csv")
        { UsesLedger = true };
        command.Options.Add(limit.Option);
        frame.Run(command, async (call, cancellationToken) =>
        {
            using var analysis = await WorkspaceAnalysis.OfAsync(call, cancellationToken);
            var clv = await analysis.Reports.ClvAsync(analysis.Snapshot, limit.Of(call), cancellationToken);
            WorthAnswer.Write(call, clv, WorthJson.Readable.ClvDocument,
                () => ClvCsv.Write(call, clv),
                () => ClvPage.Write(call.Page, clv, analysis.Figures));
            return ExitCode.Ok;
        });
        return command;
    }
}
