using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using Mainstay.Ledger.Import.Commit;

namespace Mainstay.Cli.Ledger;

/// <summary>
/// <c>mainstay imports [list|undo]</c>: every file the ledger has seen, and the way to take one back.
/// </summary>
internal static class ImportsCommand
{
    private static readonly Listing<ImportEntry> List = new("imports",
    [
        new("import", row => row.ImportNumber, new("#", Right: true)),
        new("file", row => row.FileName, new("file", Flexible: true)),
        new("kind", row => row.Kind, new("kind", Flexible: true)),
        new("source", row => row.Source),
        new("imported_at", row => row.ImportedAt, new("imported"),
            row => Figures.Day(DateOnly.FromDateTime(row.ImportedAt.UtcDateTime))),
        new("rows_read", row => row.RowsRead, new("rows", Right: true)),
        new("created", row => row.Created, new("created", Right: true)),
        new("updated", row => row.Updated, new("updated", Right: true)),
        new("skipped", row => row.Skipped, new("skipped", Right: true)),
        new("rejected", row => row.Rejected, new("rejected", Right: true)),
        new("first_day", row => row.FirstDay),
        new("last_day", row => row.LastDay),
        new("undone_at", row => row.UndoneAt, new(""),
            row => row.UndoneAt is null ? "" : new Cell("undone", Ink.Muted)),
    ]);

    public static Command Create(Frame frame)
    {
        var command = new ExampledCommand("imports", "List the files the ledger has seen, or take one back.",
            "mainstay imports undo 3")
        { UsesLedger = true };
        var list = new ExampledCommand("list", "List the files the ledger has seen, newest first.")
        { UsesLedger = true };
        frame.Run(command, ShowAsync);
        frame.Run(list, ShowAsync);
        command.Subcommands.Add(list);
        command.Subcommands.Add(Undo(frame));
        return command;
    }

    private static ExampledCommand Undo(Frame frame)
    {
        var number = new Argument<long>("N") { Description = "Number of the import." };
        var command = new ExampledCommand("undo",
            "Take an import back: the ledger is then as if the file had never come.", "mainstay imports undo 3")
        {
            UsesLedger = true,
        };
        command.Arguments.Add(number);
        frame.Run(command, async (call, cancellationToken) =>
        {
            using var open = await OpenWorkspace.ExistingAsync(call, cancellationToken);
            var undone = await ImportLog.UndoAsync(
                open.Ledger, call.Value(number), call.Context.Clock, cancellationToken);
            if (call.Format == OutputFormat.Table)
                call.Context.Out.WriteLine($"Import {undone.ImportNumber} of {undone.FileName} is undone; "
                    + "import the file again to have it back.");
            else
                List.WriteOne(call, undone);
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task<ExitCode> ShowAsync(Call call, CancellationToken cancellationToken)
    {
        using var open = await OpenWorkspace.ExistingAsync(call, cancellationToken);
        var imports = await ImportLog.ListAsync(open.Ledger, cancellationToken);
        if (call.Format != OutputFormat.Table)
        {
            List.Write(call, imports);
            return ExitCode.Ok;
        }

        if (imports.Count == 0)
            call.Page.Answer("Nothing was imported yet.");
        else
            call.Page.Table(List.Table(imports));
        call.Page.Next(imports.Count == 0 ? "mainstay import orders.csv" : "mainstay imports undo N takes one back.");
        return ExitCode.Ok;
    }
}
