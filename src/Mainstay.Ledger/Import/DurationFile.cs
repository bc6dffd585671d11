using Mainstay.DuckDb;
using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Import;

/// <summary>
/// A file with a row per customer or contract: how long, and what ended it. The rows stay in the engine; the distinct
/// ones come out with their counts, as text, for the reader of the answer to understand or to reject.
/// </summary>
public static class DurationFile
{
    /// <summary>Reads the file into the temporary table <c>staged_durations</c> and groups it.</summary>
    /// <exception cref="ImportException">The file cannot be read, or has no such column.</exception>
    public static Task<(ColumnFileReport Report, IReadOnlyList<DurationRow> Rows)> ReadAsync(
        DuckDbConnection connection, string path, DurationColumns columns, ReadOptions options,
        IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default) => Task.Run(
            () => Read(connection, path, columns, options, progress, cancellationToken), cancellationToken);

    private static (ColumnFileReport Report, IReadOnlyList<DurationRow> Rows) Read(
        DuckDbConnection connection, string path, DurationColumns columns, ReadOptions options,
        IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var sql = new SqlSession(connection, cancellationToken);
        AskedColumn?[] all = [columns.Duration, columns.Event, columns.Entry, columns.Group];
        AskedColumn[] asked = [.. all.OfType<AskedColumn>()];
        var places = Array.ConvertAll(all, column => column is null ? -1 : Array.IndexOf(asked, column));
        DuckDbAppender? appender = null;
        try
        {
            var report = ColumnFile.Read(connection, path, asked, options, Begin, progress, cancellationToken);
            appender?.Close();
            return (report, Distinct(sql));
        }
        finally
        {
            appender?.Dispose();
        }

        ColumnRowVisitor Begin(bool _)
        {
            appender?.Dispose();
            sql.Create("staged_durations",
                "row_number bigint, duration varchar, event varchar, entry varchar, group_name varchar");
            var rows = appender = connection.CreateAppender("staged_durations");
            return row =>
            {
                rows.Append(row.Number);
                foreach (var place in places)
                    rows.AppendUtf8(place < 0 ? default : row[place]);
                rows.EndRow();
            };
        }
    }

    private static List<DurationRow> Distinct(SqlSession sql)
    {
        var rows = new List<DurationRow>();
        using var reader = sql.Read(SqlFile.Beside(typeof(DurationFile), "distinct_durations"));
        while (reader.Read())
        {
            rows.Add(new(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt64(4),
                reader.GetInt64(5)));
        }

        return rows;
    }
}
