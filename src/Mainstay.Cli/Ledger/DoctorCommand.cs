using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;

namespace Mainstay.Cli.Ledger;

/// <summary><c>mainstay doctor</c>: whether this machine and this workspace are sound.</summary>
internal static class DoctorCommand
{
    private static readonly Listing<Finding> List = new("findings",
    [
        new("check", row => row.Check, new("check")),
        new("ok", row => row.Ok, new(""), row => row.Ok ? "ok" : new Cell("bad", Ink.Losing)),
        new("found", row => row.Found, new("found", Flexible: true)),
        new("do", row => row.Do),
    ]);

    public static Command Create(Frame frame)
    {
        var command = new ExampledCommand(
            "doctor", "Check the engine, the time zones, the workspace and the ledger's sums.")
        {
            UsesLedger = true,
        };
        frame.Run(command, RunAsync);
        return command;
    }

    private static async Task<ExitCode> RunAsync(Call call, CancellationToken cancellationToken)
    {
        List<Finding> findings =
            [Examination.Engine(), Examination.Zones(), Examination.Folder(call.WorkspaceFolder)];
        findings.AddRange(await Examination.LedgerAsync(call, cancellationToken));
        var sick = findings.Where(finding => !finding.Ok).ToArray();
        if (call.Format != OutputFormat.Table)
            List.Write(call, findings);
        else
            Show(call.Page, findings, sick);
        return sick.Length == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static void Show(Page page, List<Finding> findings, Finding[] sick)
    {
        page.Answer(sick.Length == 0 ? "All is well." : $"{sick.Length} of {findings.Count} checks failed.");
        page.Line();
        page.Table(List.Table(findings));
        page.Next(sick.Length == 0 ? "nothing to do." : sick[0].Do ?? "look at the failed check above.");
    }
}
