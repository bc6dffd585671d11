using Mainstay.DuckDb;

namespace Mainstay.Ledger.Import;

/// <summary>All that is known of a file before its rows are read: header, kind, formats.</summary>
internal sealed record ReadingPlan(TableSource Table, OrderFileKind Kind, OrderShape Shape, CellFormats Formats, ReadOptions Options)
{
    /// <summary>True once the file has been read by this plan.</summary>
    public bool IsRead { get; init; }

    /// <summary>Columns the file will fill.</summary>
    public StagedColumns Columns => Shape.Columns(Formats);

    /// <summary>What was inferred and may surprise.</summary>
    public IReadOnlyList<string> Notes => Formats.Notes;

    /// <summary>Looks at a file and decides how to read it.</summary>
    public static ReadingPlan Of(string path, ReadOptions options, DuckDbConnection connection)
    {
        try
        {
            return Decide(path, options, connection);
        }
        catch (NotUtf8Exception)
        {
            return OfWindows1252(path, options, connection);
        }
    }

    /// <summary>A plan for a text that is no UTF-8 after all; the encoding Western spreadsheets write is left.</summary>
    public static ReadingPlan OfWindows1252(string path, ReadOptions options, DuckDbConnection connection) =>
        Decide(path, options with { Encoding = TextEncoding.Windows1252.WebName }, connection);

    /// <summary>The same plan for another reading, with nothing counted yet.</summary>
    public ReadingPlan Afresh() => this with { Shape = OrderShape.Of(Kind, Table, Options), IsRead = false };

    private static ReadingPlan Decide(string path, ReadOptions options, DuckDbConnection connection)
    {
        var table = TableSource.Find(path, options, connection);
        var recognised = OrderFileSignature.Recognise(path, table.Columns);
        var kind = options.Kind ?? recognised;
        if (options.Map.Count > 0 && options.Kind is null && kind is not (OrderFileKind.OrderLog or OrderFileKind.InvoiceLines))
            throw new ImportException(new InputProblem(
                path, $"{OrderFileSignature.Describe(kind)}, whose columns we know", "no --map",
                "Leave --map out, or add --as log to read the file as any other table."));
        if (OrderFileSignature.Missing(kind, table.Columns) is { Count: > 0 } missing)
            throw new ImportException(new InputProblem(
                path, $"no column {string.Join(", ", missing)}", OrderFileSignature.Describe(kind), "Leave --as out, or export the file again."));
        var shape = OrderShape.Of(kind, table, options);
        return new ReadingPlan(table, kind, shape, FormatSniffer.Find(table, shape.DateColumns, shape.MoneyColumns, options, connection), options);
    }
}
