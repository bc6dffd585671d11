using System.Buffers;

namespace Mainstay.Ledger.Import;

/// <summary>RFC 4180 lines for people's spreadsheets: a cell that would run as a formula gets an apostrophe.</summary>
public static class CsvText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>Writes one line.</summary>
    public static void WriteLine(TextWriter writer, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
                writer.Write(',');
            first = false;
            writer.Write(Escaped(cell));
        }

        writer.Write("\r\n");
    }

    private static string Escaped(string cell)
    {
        if (cell.Length > 0 && cell[0] is '=' or '+' or '@' or '\t' or '\r' || cell is ['-', not (>= '0' and <= '9'), ..])
            cell = $"'{cell}";
        return cell.AsSpan().ContainsAny(Special)
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
    }
}
