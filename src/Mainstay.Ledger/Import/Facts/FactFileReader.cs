using System.Buffers;
using System.Globalization;
using System.Text;
using Mainstay.DuckDb;
using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import.Facts;

/// <summary>
/// Reads files of facts into the tables <c>staged_facts</c> and <c>staged_rejects</c> of a connection. Rows stream
/// through; a row that cannot be understood is a reject, a file that cannot be read an <see cref="ImportException"/>.
/// </summary>
public static class FactFileReader
{
    private const int RowsPerReport = 20_000;

    /// <summary>The kind of facts a file holds, as a person said or its header shows; null when it holds orders.</summary>
    /// <exception cref="ImportException">The file cannot be read, or its header could mean either.</exception>
    public static FactFileKind? Recognise(DuckDbConnection connection, string path, ReadOptions options)
    {
        if (options.Facts is not null || options.Kind is not null)
            return options.Facts;
        return InItsEncoding(path, options, said => ReadableFile.Guard(path, () => FactSignature.Recognise(
            path, TableSource.Find(path, said, connection).Columns, said.Map)));
    }

    /// <summary>Stages one file of a known kind; what an earlier reading staged on this connection is gone.</summary>
    /// <exception cref="ImportException">The file cannot be read, or not in one way only.</exception>
    public static Task<StagedFacts> StageAsync(
        DuckDbConnection connection, string path, FactFileKind kind, ReadOptions options, BusinessSettings settings,
        IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default) => Task.Run(
            () => InItsEncoding(path, options, said => ReadableFile.Guard(
                path, () => Stage(connection, path, FactShapes.Of(kind), said, settings, progress, cancellationToken))),
            cancellationToken);

    private static T InItsEncoding<T>(string path, ReadOptions options, Func<ReadOptions, T> read)
    {
        try
        {
            return read(options);
        }
        catch (NotUtf8Exception)
        {
            return read(options with { Encoding = TextEncoding.Windows1252.WebName });
        }
        catch (ImportException refusal) when (refusal.Problem.Expected == $"{SourceFile.TableFile} of orders")
        {
            throw new ImportException(
                refusal.Problem with { Expected = $"{SourceFile.TableFile} of orders or of facts" }, refusal);
        }
    }

    private static StagedFacts Stage(
        DuckDbConnection connection, string path, FactShape shape, ReadOptions options, BusinessSettings settings,
        IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var table = TableSource.Find(path, options, connection);
        var columns = FactColumns.Require(shape, path, table.Columns, options.Map);
        var formats = FormatSniffer.Find(table, Of(columns, FactCell.Day),
            Of(columns, FactCell.Money, FactCell.SignedMoney, FactCell.Number), options, connection);
        var drivers = FactDrivers.Find(columns, table, formats, connection);
        using var staging = new FactStaging(connection);
        var rows = new FactRows(
            columns, new FactCells(columns, formats, new BusinessCalendar(settings), options.Currency), drivers, staging);
        using (var reader = table.Open(connection))
        {
            while (reader.Read())
            {
                if (reader.Count <= 1 && reader.IsBlank())
                    continue;
                if (staging.CountRow() % RowsPerReport == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    progress?.Report(new ImportProgress(reader.Position, table.File.Length, staging.RowsRead));
                }

                rows.Take(reader, table);
            }
        }

        if (staging.RowsRead == 0)
            throw new ImportException(new InputProblem(
                path, "a header and no rows below it", "at least one row", "Export the table again."));
        staging.Complete();
        return Summary(table, columns, formats, drivers, staging);
    }

    private static int[] Of(FactColumns columns, params FactCell[] cells) =>
        [.. columns.Mapped.Where(pair => cells.Contains(pair.Field.Cell)).Select(pair => pair.Column)];

    private static StagedFacts Summary(
        TableSource table, FactColumns columns, CellFormats formats, FactDrivers drivers, FactStaging staging)
    {
        var days = staging is { FirstDay: { } first, LastDay: { } last }
            ? ((DateOnly First, DateOnly Last)?)(Moment.Date(first), Moment.Date(last))
            : null;
        return new StagedFacts
        {
            Path = table.File.Path,
            RecognisedAs = Sentence(columns.Shape, table, staging.Staged, days),
            Kind = columns.Shape.Kind,
            Format = table.FormatName,
            Encoding = table.File.Format is FileFormat.Parquet or FileFormat.Spreadsheet ? null : table.File.Encoding.WebName,
            Delimiter = table.Delimiter,
            DateOrder = formats.DateOrder,
            DecimalComma = formats.DecimalComma,
            Columns = table.Columns,
            Mapping = columns.Named,
            Drivers = drivers.Names,
            RowsRead = staging.RowsRead,
            RowsStaged = staging.Staged,
            Rejected = staging.Rejected,
            LeftOut = staging.LeftOut,
            FirstDay = days?.First,
            LastDay = days?.Last,
            Notes = Notes(formats, drivers, staging),
            Preview = staging.Preview,
            FirstRejects = staging.FirstRejects,
        };
    }

    private static List<string> Notes(CellFormats formats, FactDrivers drivers, FactStaging staging)
    {
        var notes = new List<string>(formats.Notes);
        if (drivers.Names.Count > 0)
            notes.Add($"Counts that time equations may ask for: {string.Join(", ", drivers.Names)}.");
        if (staging.LeftOut > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture,
                $"{staging.LeftOut:N0} rows of articles without an article number or a cost were left out."));
        return notes;
    }

    private static string Sentence(FactShape shape, TableSource table, long facts, (DateOnly First, DateOnly Last)? days)
    {
        var text = new StringBuilder("Looks like ").Append(shape.Sentence);
        text.Append(CultureInfo.InvariantCulture, $", {table.Columns.Count:N0} column{(table.Columns.Count == 1 ? "" : "s")}");
        text.Append(CultureInfo.InvariantCulture, $", {facts:N0} fact{(facts == 1 ? "" : "s")}");
        if (days is { } span)
            text.Append(CultureInfo.InvariantCulture, $", {span.First:yyyy-MM-dd}…{span.Last:yyyy-MM-dd}");
        return text.ToString();
    }
}
