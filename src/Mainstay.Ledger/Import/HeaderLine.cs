using System.Text;
using Mainstay.Ledger.Import.Facts;

namespace Mainstay.Ledger.Import;

/// <summary>The line of a table that names its columns, found among the first ones.</summary>
/// <param name="Row">Its row, 1 for the first line.</param>
/// <param name="Columns">The names.</param>
/// <param name="Known">How many of them we know: the more, the surer the find.</param>
internal sealed record HeaderLine(int Row, IReadOnlyList<string> Columns, int Known)
{
    private const int DeepestHeader = 30;

    /// <summary>
    /// The row with the most names we know among the first thirty; without any, the first row as wide as most.
    /// </summary>
    public static HeaderLine Find(TableReader reader, ReadOptions options)
    {
        var best = new HeaderLine(0, [], -1);
        var rows = new List<string[]>();
        while (rows.Count < DeepestHeader && reader.Read())
        {
            var cells = new string[reader.Count];
            for (var column = 0; column < cells.Length; column++)
                cells[column] = Encoding.UTF8.GetString(Cell.Trim(reader[column])).Trim('"', '\'', ' ', '\uFEFF');
            rows.Add(cells);
            var known = KnownIn(cells, options);
            if (known > best.Known)
                best = new HeaderLine((int)reader.Row, cells, known);
        }

        if (best.Known > 0 || rows.Count == 0)
            return best;
        var usual = rows.GroupBy(cells => cells.Length).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First();
        return new HeaderLine(rows.IndexOf(usual.First()) + 1, usual.First(), 0);
    }

    private static int KnownIn(string[] cells, ReadOptions options)
    {
        var fields = new HashSet<OrderField>();
        var mapped = 0;
        foreach (var cell in cells)
        {
            if (OrderFields.TryFind(cell, out var field, out _))
                fields.Add(field);
            if (options.Map.Values.Contains(cell, StringComparer.OrdinalIgnoreCase))
                mapped += cells.Length;
        }

        return mapped + Math.Max(fields.Count, FactSignature.Score(cells)) + OrderFileSignature.Score(cells);
    }
}
