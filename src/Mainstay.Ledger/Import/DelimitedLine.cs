using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mainstay.Ledger.Import;

/// <summary>Writes cells as one line of RFC 4180.</summary>
internal static class DelimitedLine
{
    private static readonly SearchValues<char> InNumbers = SearchValues.Create("0123456789.,");

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",;\t|\"\r\n");

    /// <summary>The row's cells as a comma-separated line.</summary>
    public static byte[] Of(TableReader row)
    {
        var cells = new string[row.Count];
        for (var column = 0; column < cells.Length; column++)
            cells[column] = Encoding.UTF8.GetString(row[column]);
        return Encoding.UTF8.GetBytes(Of(cells, ','));
    }

    /// <summary>The cells, each in quotes where it needs them.</summary>
    public static string Of(IEnumerable<string> cells, char delimiter) => string.Join(delimiter, cells.Select(Quoted));

    /// <summary>
    /// A cell no spreadsheet takes for a formula: an apostrophe stands before one that starts like it, unless it is
    /// simply a number.
    /// </summary>
    public static string Harmless(string cell) =>
        cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !IsNumber(cell) ? "'" + cell : cell;

    private static bool IsNumber(string cell) =>
        cell[0] is '+' or '-' && cell.Length > 1 && (!cell.AsSpan(1).ContainsAnyExcept(InNumbers)
            || double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(NeedQuotes) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
