using System.Text;
using Mainstay.DuckDb;

namespace Mainstay.Ledger.Import;

/// <summary>
/// The error file of an import: the rejected rows as they stood, under their header, with row number and reason behind
/// them. Correct it and import it again. No cell starts like a formula, unless it is a number.
/// </summary>
public static class ErrorFile
{
    private const string Rejects = """
        select row_number, reason, original from staged_rejects
        where file_number = cast($file_number as integer) order by row_number, reason
        """;

    /// <summary>What the error file of an input is called, beside it.</summary>
    public static string NameFor(string path) => Path.ChangeExtension(path, ".errors.csv");

    /// <summary>Writes the rejects of a file staged on this connection, and says how many there were.</summary>
    /// <param name="connection">The connection the file was staged on.</param>
    /// <param name="file">What the reading came to.</param>
    /// <param name="target">Where to; UTF-8 with a byte order mark, so that spreadsheets read it right.</param>
    /// <param name="fileNumber">Which of the files staged together, from 1.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static async Task<long> WriteAsync(
        DuckDbConnection connection, FileReading file, Stream target, int fileNumber = 1,
        CancellationToken cancellationToken = default)
    {
        var delimiter = file.Delimiter ?? ',';
        await using var writer = new StreamWriter(target, new UTF8Encoding(true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Line([.. file.Columns, "reject_row", "reject_reason"], delimiter));
        using var command = connection.CreateCommand(Rejects);
        command.Parameters.Add(new DuckDbParameter("file_number", fileNumber));
        using var reader = command.ExecuteReader();
        var written = 0L;
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = reader.GetInt64(0).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var cells = Cells(reader.GetString(2), delimiter, file);
            await writer.WriteLineAsync(Line([.. cells, row, reader.GetString(1)], delimiter));
            written++;
        }

        return written;
    }

    private static string Line(IEnumerable<string> cells, char delimiter) =>
        DelimitedLine.Of(cells.Select(DelimitedLine.Harmless), delimiter);

    /// <summary>The cells of the original, filled up to the header; a line of JSON stays one cell.</summary>
    private static List<string> Cells(string original, char delimiter, FileReading file)
    {
        var cells = new List<string>();
        if (file.Format.StartsWith("jsonl", StringComparison.Ordinal))
            cells.Add(original);
        else
        {
            var memory = new MemoryStream(Encoding.UTF8.GetBytes(original));
            using var reader = new DelimitedReader(new TextStream(memory, memory), delimiter, (byte)'\n', file.Path);
            if (reader.Read())
            {
                for (var column = 0; column < reader.Count; column++)
                    cells.Add(Encoding.UTF8.GetString(reader[column]));
            }
        }

        while (cells.Count < file.Columns.Count)
            cells.Add("");
        return cells;
    }
}
