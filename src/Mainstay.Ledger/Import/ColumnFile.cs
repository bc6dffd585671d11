using System.Text;
using Mainstay.DuckDb;
using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import;

/// <summary>
/// Reads named columns of a table file of any supported kind, whatever the table is about, row by row. A row that is no
/// row of the table is counted and kept apart; a file that cannot be read is an <see cref="ImportException"/>.
/// </summary>
public static class ColumnFile
{
    private const int MostListed = 20;
    private const int RowsPerReport = 20_000;

    /// <summary>Reads the file once from its first row.</summary>
    /// <param name="connection">Reads Parquet; nothing is kept on it.</param>
    /// <param name="path">The file.</param>
    /// <param name="columns">The columns to hand on, in this order.</param>
    /// <param name="options">Encoding, delimiter and decimal mark, where somebody said them.</param>
    /// <param name="begin">
    /// Gives the visitor of the rows, told whether numbers are written <c>1,5</c>. Asked again where the file turns out
    /// to be written in another encoding: what the first visitor took is void.
    /// </param>
    /// <param name="progress">Told how far the reading is.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ImportException">The file cannot be read, or has no such column.</exception>
    public static ColumnFileReport Read(
        DuckDbConnection connection, string path, IReadOnlyList<AskedColumn> columns, ReadOptions options,
        Func<bool, ColumnRowVisitor> begin, IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var asked = options with { Map = columns.ToDictionary(column => column.Option, column => column.Name) };
        try
        {
            return ReadableFile.Guard(
                path, () => ReadRows(connection, path, columns, asked, begin, progress, cancellationToken));
        }
        catch (NotUtf8Exception)
        {
            asked = asked with { Encoding = TextEncoding.Windows1252.WebName };
            return ReadableFile.Guard(
                path, () => ReadRows(connection, path, columns, asked, begin, progress, cancellationToken));
        }
        catch (ImportException refusal) when (IsAboutOrders(refusal))
        {
            throw OfAnyTable(refusal);
        }
    }

    /// <summary>The header of a file.</summary>
    /// <param name="connection">Reads Parquet; nothing is kept on it.</param>
    /// <param name="path">The file.</param>
    /// <param name="known">Names by which the header is known among the first lines.</param>
    /// <param name="options">Encoding and delimiter, where somebody said them.</param>
    /// <exception cref="ImportException">The file cannot be read.</exception>
    public static IReadOnlyList<string> Header(
        DuckDbConnection connection, string path, IReadOnlyCollection<string> known, ReadOptions options)
    {
        var asked = options with { Map = known.Distinct().ToDictionary(name => name) };
        try
        {
            return ReadableFile.Guard(path, () => Columns(asked));
        }
        catch (NotUtf8Exception)
        {
            asked = asked with { Encoding = TextEncoding.Windows1252.WebName };
            return ReadableFile.Guard(path, () => Columns(asked));
        }
        catch (ImportException refusal) when (IsAboutOrders(refusal))
        {
            throw OfAnyTable(refusal);
        }

        IReadOnlyList<string> Columns(ReadOptions options) => TableSource.Find(path, options, connection).Columns;
    }

    private static bool IsAboutOrders(ImportException refusal) =>
        refusal.Problem.Expected == $"{SourceFile.TableFile} of orders";

    private static ImportException OfAnyTable(ImportException refusal) =>
        new(refusal.Problem with { Expected = SourceFile.TableFile }, refusal);

    private static ColumnFileReport ReadRows(
        DuckDbConnection connection, string path, IReadOnlyList<AskedColumn> columns, ReadOptions options,
        Func<bool, ColumnRowVisitor> begin, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var table = TableSource.Find(path, options, connection);
        int[] at = [.. columns.Select(column => Find(table, column))];
        int[] numbers = [.. at.Where((_, index) => columns[index].HoldsNumbers)];
        var formats = FormatSniffer.Find(table, [], numbers, options, connection);
        var visit = begin(formats.DecimalComma);
        using var reader = table.Open(connection);
        var (rows, faults, first) = (0L, 0L, new List<RejectedRow>());
        while (reader.Read())
        {
            if (reader.Count <= 1 && reader.IsBlank())
                continue;
            if (++rows % RowsPerReport == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new ImportProgress(reader.Position, table.File.Length, rows));
            }

            if (OrderFileReader.FaultOf(reader, table) is not { } fault)
                visit(new ColumnRow(reader, at));
            else if (++faults <= MostListed)
                first.Add(new RejectedRow(reader.Row, fault, Encoding.UTF8.GetString(reader.Original)));
        }

        if (rows == 0)
        {
            throw new ImportException(new InputProblem(
                path, "a header and no rows below it", "at least one row", "Export the table again."));
        }

        return new(rows, faults, first, formats.DecimalComma);
    }

    private static int Find(TableSource table, AskedColumn asked)
    {
        for (var column = 0; column < table.Columns.Count; column++)
        {
            if (string.Equals(table.Columns[column], asked.Name, StringComparison.OrdinalIgnoreCase))
                return column;
        }

        throw new ImportException(new InputProblem(
            $"{table.File.Path}, header in row {Math.Max(table.HeaderRow, 1)}",
            $"the columns {ColumnMapping.Listed(table.Columns)}",
            $"a column \"{asked.Name}\"",
            $"Name the column it is: {asked.Option} COLUMN.{NearestName.Question(asked.Name, table.Columns)}"));
    }
}
