namespace Mainstay.Ledger.Import;

/// <summary>RFC 4180 lines for people's spreadsheets: a cell that would run as a formula gets an apostrophe.</summary>
public static class CsvText
{
    /// <summary>Writes one line.</summary>
    public static void WriteLine(TextWriter writer, IEnumerable<string> cells)
    {
        writer.Write(DelimitedLine.Of(cells.Select(DelimitedLine.Harmless), ','));
        writer.Write("\r\n");
    }
}
