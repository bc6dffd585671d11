using System.Globalization;
using Mainstay.DuckDb;
using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import;

/// <summary>
/// Reads order files of any supported kind into the tables <c>staged_rows</c> and <c>staged_rejects</c> of a
/// connection. Rows stream through; a row that cannot be understood is a reject, a file that cannot be read an
/// <see cref="ImportException"/>.
/// </summary>
public static class OrderFileReader
{
    /// <summary>Stages one file; what an earlier reading staged on this connection is gone.</summary>
    /// <exception cref="ImportException">The file cannot be read, or not in one way only.</exception>
    public static async Task<StagedFile> StageAsync(
        DuckDbConnection connection, string path, ReadOptions options, BusinessSettings settings,
        IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default) =>
        (await StageAsync(connection, [path], options, settings, progress, cancellationToken))[0];

    /// <summary>Stages several files together; <c>file_number</c> counts them from 1.</summary>
    /// <exception cref="ImportException">A file cannot be read, or not in one way only.</exception>
    public static Task<IReadOnlyList<StagedFile>> StageAsync(
        DuckDbConnection connection, IReadOnlyList<string> paths, ReadOptions options, BusinessSettings settings,
        IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => Stage(connection, paths, options, settings, progress, cancellationToken), cancellationToken);

    private static IReadOnlyList<StagedFile> Stage(
        DuckDbConnection connection, IReadOnlyList<string> paths, ReadOptions options, BusinessSettings settings,
        IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var calendar = new BusinessCalendar(settings);
        var plans = paths.Select(path => ReadableFile.Guard(path, () => ReadingPlan.Of(path, options, connection))).ToArray();
        var columns = paths.Count > 1 ? StagedColumns.File : StagedColumns.None;
        while (true)
        {
            columns = plans.Aggregate(columns, (sofar, plan) => sofar | plan.Columns);
            using var tables = new StagingTables(connection, columns);
            var writers = plans.Select((_, file) => new StagedFileWriter(tables, calendar, file + 1)).ToArray();
            for (var file = 0; file < plans.Length; file++)
                plans[file] = Read(connection, plans[file], writers[file], progress, cancellationToken);
            if (Array.TrueForAll(plans, plan => plan.IsRead))
            {
                tables.Complete();
                return [.. plans.Select((plan, file) => StagedFileSummary.Of(connection, plan, writers[file], file + 1))];
            }

            plans = [.. plans.Select(plan => plan.Afresh())];
        }
    }

    /// <summary>Reads a file by its plan; comes back with a better plan where the file turned out to be different.</summary>
    private static ReadingPlan Read(
        DuckDbConnection connection, ReadingPlan plan, StagedFileWriter writer, IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var path = plan.Table.File.Path;
        try
        {
            ReadableFile.Guard(path, () => ReadRows(connection, plan, writer, progress, cancellationToken));
            return writer.MissedCurrency
                ? plan with { Formats = plan.Formats with { NamesCurrency = true } }
                : plan with { IsRead = true };
        }
        catch (NotUtf8Exception)
        {
            return ReadableFile.Guard(path, () => ReadingPlan.OfWindows1252(path, plan.Options, connection));
        }
    }

    private static bool ReadRows(
        DuckDbConnection connection, ReadingPlan plan, StagedFileWriter writer, IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        const int RowsPerReport = 20_000;
        using var reader = plan.Table.Open(connection);
        plan.Shape.Begin(plan.Formats, writer);
        while (reader.Read())
        {
            if (reader.Count <= 1 && reader.IsBlank())
                continue;
            if (writer.CountRow() % RowsPerReport == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new ImportProgress(reader.Position, plan.Table.File.Length, writer.RowsRead));
            }

            if (FaultOf(reader, plan.Table) is { } fault)
                writer.Reject(reader.Row, fault, reader.Original);
            else
                plan.Shape.Read(reader);
        }

        if (writer.RowsRead == 0)
            throw new ImportException(new InputProblem(
                plan.Table.File.Path, "a header and no rows below it", "at least one order", "Export the orders again."));
        writer.Notes.InsertRange(0, plan.Notes);
        plan.Shape.Finish();
        progress?.Report(new ImportProgress(plan.Table.File.Length, plan.Table.File.Length, writer.RowsRead));
        return true;
    }

    /// <summary>A row with more cells than the header has names would put values under the wrong ones.</summary>
    internal static string? FaultOf(TableReader reader, TableSource table)
    {
        if (reader.Fault is not null || reader.Count <= table.Columns.Count)
            return reader.Fault;
        for (var column = table.Columns.Count; column < reader.Count; column++)
        {
            if (Cell.Trim(reader[column]).Length > 0)
                return string.Create(CultureInfo.InvariantCulture,
                    $"the row has {reader.Count} cells, the header {table.Columns.Count}; put cells that hold the delimiter in quotes");
        }

        return null;
    }
}
