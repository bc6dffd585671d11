using System.Globalization;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Import.Facts;

namespace Mainstay.Cli.Ledger;

/// <summary>What an import understood and did, for a person to check.</summary>
internal static class ImportPage
{
    public static readonly Listing<FileImport> List = new("imports",
    [
        new("import", row => row.Report.ImportNumber),
        new("dry_run", row => row.Report.IsDryRun),
        new("file", row => row.Report.FileName),
        new("recognised_as", row => row.File.RecognisedAs),
        new("mapping", row => row.File.Mapping.Select(pair => $"{pair.Key}={pair.Value}")),
        new("rows_read", row => row.Report.RowsRead),
        new("created", row => row.Report.Created),
        new("updated", row => row.Report.Updated),
        new("skipped", row => row.Report.Skipped),
        new("rejected", row => row.Report.Rejected),
        new("left_out", row => row.File.LeftOut),
        new("orders", row => row.Report.Orders),
        new("refunds", row => row.Report.Refunds),
        new("facts", row => row.Report.Facts),
        new("customers", row => row.Report.Customers),
        new("new_people", row => row.Report.NewPeople),
        new("first_day", row => row.Report.FirstDay),
        new("last_day", row => row.Report.LastDay),
        new("currency", row => row.Report.Currency),
        new("notes", row => row.File.Notes),
    ]);

    public static void Write(Page page, FileImport import)
    {
        page.Answer($"{import.Report.FileName}: {import.File.RecognisedAs}.");
        page.Heading("Columns, as read");
        page.Table(Mapping(import.File));
        if (import.Report.IsDryRun && Preview(import.File) is (var shown, { } preview))
        {
            page.Heading($"First {shown} rows, as understood");
            page.Table(preview);
        }

        page.Heading(import.Report.IsDryRun ? "What an import would do" : $"Import {import.Report.ImportNumber}");
        page.Table(Counts(import));
        WriteNotes(page, import);
    }

    public static string Next(FileImport import) => import switch
    {
        { Report: { Created: 0, Updated: 0 } } => "nothing changed; mainstay customers shows what is there.",
        { File: StagedFacts } =>
            $"mainstay worth costs, mainstay worth, or mainstay imports undo {import.Report.ImportNumber}.",
        _ => "mainstay customers, mainstay report --out worth.html, or mainstay imports undo "
            + $"{import.Report.ImportNumber}.",
    };

    private static TextTable Mapping(FileReading file)
    {
        var table = new TextTable(new("field"), new("column", Flexible: true));
        foreach (var (field, column) in file.Mapping)
            table.Add(field, column);
        return table;
    }

    private static (int Rows, TextTable? Table) Preview(FileReading file) => file switch
    {
        StagedFile { Preview.Count: > 0 and var rows } orders => (rows, Preview(orders.Preview)),
        StagedFacts { Preview.Count: > 0 and var rows } facts => (rows, Preview(facts)),
        _ => (0, null),
    };

    private static TextTable Preview(StagedFacts facts)
    {
        var table = new TextTable(
            [new("row", Right: true), .. facts.Mapping.Keys.Select(field => new TableColumn(field, Flexible: true))]);
        foreach (var row in facts.Preview)
            table.Add([Text(row.RowNumber), .. row.Values.Select(value => value is null ? Cell.Missing : (Cell)value)]);
        return table;
    }

    private static TextTable Preview(IReadOnlyList<PreviewRow> rows)
    {
        var table = new TextTable(new("row", Right: true), new("day"), new("customer", Flexible: true),
            new("order", Flexible: true), new("product", Flexible: true), new("amount", Right: true),
            new("cost", Right: true), new(""));
        foreach (var row in rows)
            table.Add(
                Text(row.RowNumber), Figures.Day(row.Day), row.Customer ?? Cell.Missing, row.Order ?? Cell.Missing,
                row.Product ?? "", Money(row.Amount), Money(row.Cost),
                row.Status == "placed" ? "" : new Cell(row.Status, Ink.Muted));
        return table;
    }

    private static TextTable Counts(FileImport import)
    {
        var report = import.Report;
        var table = new TextTable(new("rows"), new("", Right: true), new("", Flexible: true));
        table.Add("created", Text(report.Created), "the ledger did not have them");
        table.Add("updated", Text(report.Updated), "they change what it had");
        table.Add("skipped", Text(report.Skipped), "it had them just so");
        table.Add("rejected", new Cell(Text(report.Rejected), report.Rejected > 0 ? Ink.Losing : Ink.Plain),
            "not understood, or refused");
        if (import.File.LeftOut > 0)
            table.Add("left out", Text(import.File.LeftOut), "on purpose");
        return table;
    }

    private static void WriteNotes(Page page, FileImport import)
    {
        page.Line();
        if (NewPeople.Sentence(import.Report) is { } newcomers)
            page.Point(newcomers);
        if (import.Report.AdoptedCurrency is { } currency)
            page.Point($"The business had no currency; it is {currency} from now on, as in this file.");
        foreach (var note in import.File.Notes)
            page.Point(note);
        if (import.File is StagedFile { ContradictoryAmounts: > 0 and var contradictions })
            page.Point($"Rows whose amount is not quantity × price: {Text(contradictions)}; the amount was taken.");
        foreach (var reject in import.File.FirstRejects.Take(5))
            page.Point($"row {Text(reject.RowNumber)}: {reject.Reason}");
        foreach (var refused in import.Report.FirstRefused.Take(5))
            page.Point($"row {Text(refused.RowNumber)}: {refused.Reason}");
    }

    private static Cell Money(decimal? amount) =>
        amount is { } value ? value.ToString("0.00##", CultureInfo.InvariantCulture) : Cell.Missing;

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
