using System.Globalization;
using System.Runtime.CompilerServices;
using Mainstay.DuckDb;

namespace Mainstay.Ledger.Import;

/// <summary>The rows of the last reading that could not be understood, all of them.</summary>
public static class StagedRejects
{
    /// <summary>Streams them in the order of the files and their rows.</summary>
    private static async IAsyncEnumerable<RejectedRow> ReadAsync(
        DuckDbConnection connection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand(
            "select row_number, reason, original from staged_rejects order by file_number nulls first, row_number");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return new RejectedRow(reader.GetInt64(0), reader.GetString(1), reader.GetString(2));
    }

    /// <summary>Writes them as CSV: row, reason, and the row as it stood in the file.</summary>
    public static async Task WriteCsvAsync(DuckDbConnection connection, TextWriter writer, CancellationToken cancellationToken)
    {
        CsvText.WriteLine(writer, ["row", "reason", "original"]);
        await foreach (var row in ReadAsync(connection, cancellationToken))
            CsvText.WriteLine(writer, [row.RowNumber.ToString(CultureInfo.InvariantCulture), row.Reason, row.Original]);
    }
}
