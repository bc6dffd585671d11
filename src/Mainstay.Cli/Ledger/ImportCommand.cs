using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Import.Commit;

namespace Mainstay.Cli.Ledger;

/// <summary>
/// <c>mainstay import FILE…</c>: files of orders and of facts into the ledger, each whole or not at all.
/// </summary>
internal static class ImportCommand
{
    public static Command Create(Frame frame)
    {
        var reading = new ReadingOptions();
        var kind = Options.OneOf("--as", "What the file is, when its header does not say; default: recognised.",
            ImportKind.Choices);
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would happen, and change nothing." };
        var command = new ExampledCommand(
            "import",
            "Bring files of orders, costs and other facts into the ledger; the same file again changes nothing.",
            "mainstay import orders.csv --dry-run",
            "mainstay import pools.csv activity-times.csv activities.csv",
            "mainstay import shop.csv --map customer=Buyer --date-order dmy")
        { UsesLedger = true };
        reading.AddTo(command);
        command.Options.Add(kind);
        command.Options.Add(dryRun);
        frame.Run(command, (call, cancellationToken) =>
            RunAsync(call, reading, call.Value(kind), call.Value(dryRun), cancellationToken));
        return command;
    }

    private static async Task<ExitCode> RunAsync(
        Call call, ReadingOptions reading, ImportKind? kind, bool dryRun, CancellationToken cancellationToken)
    {
        using var open = await OpenWorkspace.EnsuredAsync(call, cancellationToken);
        var imports = new List<FileImport>();
        foreach (var path in reading.PathsOf(call))
        {
            var import = await OneAsync(call, open, path, reading, kind, dryRun, cancellationToken);
            imports.Add(import);
            if (call.Format == OutputFormat.Table)
                ImportPage.Write(call.Page, import);
        }

        if (call.Format == OutputFormat.Table)
            call.Page.Next(
                dryRun ? "the same line without --dry-run imports this." : ImportPage.Next(imports[^1]));
        else
            ImportPage.List.Write(call, imports);
        return imports.Any(import => import.Report.Rejected > 0) ? ExitCode.Incomplete : ExitCode.Ok;
    }

    private static async Task<FileImport> OneAsync(
        Call call, OpenWorkspace open, string path, ReadingOptions reading, ImportKind? kind, bool dryRun,
        CancellationToken cancellationToken)
    {
        using var connection = open.Ledger.ConnectForStaging();
        FileImport import;
        using (var line = new ProgressLine(call.Context.Error, call.Context.Interactive))
        {
            var run = dryRun ? (ImportVerb)FileImport.TryAsync : FileImport.CommitAsync;
            var said = reading.Of(call) with { Kind = kind?.Orders, Facts = kind?.Facts };
            import = await run(open.Ledger, connection, path, said, open.Settings, call.Context.Clock,
                new ReadingProgress(line), cancellationToken);
        }

        await RejectFile.WriteAsync(call, connection, reading, [import.File], import.Report.Rejected,
            besideInput: !dryRun, cancellationToken);
        return import;
    }

    private delegate Task<FileImport> ImportVerb(
        Mainstay.Ledger.Schema.LedgerDatabase ledger, DuckDb.DuckDbConnection connection, string path,
        ReadOptions reading,
        Mainstay.Ledger.Settings.BusinessSettings settings, TimeProvider clock, IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken);
}
