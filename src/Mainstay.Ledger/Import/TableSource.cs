using Mainstay.DuckDb;

namespace Mainstay.Ledger.Import;

/// <summary>A table with its header found: it can be read from the first row below the header, as often as need be.</summary>
/// <param name="File">The file behind it.</param>
/// <param name="Delimiter">Delimiter of a text file.</param>
/// <param name="Newline">The byte that ends a line.</param>
/// <param name="HeaderRow">Row of the header; 0 when the format carries names of its own.</param>
/// <param name="Columns">The header.</param>
internal sealed record TableSource(
    SourceFile File, char? Delimiter, byte Newline, int HeaderRow, IReadOnlyList<string> Columns)
{
    /// <summary>How the format is named to people and in JSON.</summary>
    public string FormatName => File.Format switch
    {
        FileFormat.Parquet => "parquet",
        FileFormat.Spreadsheet => "xlsx",
        FileFormat.JsonLines => File.IsCompressed ? "jsonl.gz" : "jsonl",
        _ => File.IsCompressed ? "csv.gz" : "csv",
    };

    /// <summary>Finds the header of a file.</summary>
    public static TableSource Find(string path, ReadOptions options, DuckDbConnection connection)
    {
        var file = SourceFile.Inspect(path, options);
        return file.Format switch
        {
            FileFormat.Parquet => OfParquet(file, connection),
            FileFormat.JsonLines => OfJson(file),
            FileFormat.Spreadsheet => OfSpreadsheet(file, options),
            _ => DelimitedSniffer.Find(file, options),
        };
    }

    /// <summary>Opens the table at the first row below its header.</summary>
    public TableReader Open(DuckDbConnection connection)
    {
        TableReader reader = File.Format switch
        {
            FileFormat.Parquet => new ParquetReader(connection, File.Path),
            FileFormat.JsonLines => new JsonLinesReader(File.OpenText(), Columns, File.Path),
            FileFormat.Spreadsheet => new SpreadsheetReader(File.Path),
            _ => new DelimitedReader(File.OpenText(), Delimiter!.Value, Newline, File.Path),
        };
        while (reader.Row < HeaderRow && reader.Read())
        {
            // Preamble and header are behind us already.
        }

        return reader;
    }

    private static TableSource OfParquet(SourceFile file, DuckDbConnection connection)
    {
        using var reader = new ParquetReader(connection, file.Path);
        return new TableSource(file, null, 0, 0, reader.Names);
    }

    private static TableSource OfJson(SourceFile file)
    {
        const int Sample = 1_000;
        using var reader = new JsonLinesReader(file.OpenText(), columns: null, file.Path);
        while (reader.Row < Sample && reader.Read())
        {
            // Reading is learning: the header is every key of the first rows.
        }

        return new TableSource(file, null, (byte)'\n', 0, reader.Columns);
    }

    private static TableSource OfSpreadsheet(SourceFile file, ReadOptions options)
    {
        using var reader = new SpreadsheetReader(file.Path);
        var header = HeaderLine.Find(reader, options);
        return new TableSource(file, null, 0, header.Row, header.Columns);
    }
}
