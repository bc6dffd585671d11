namespace Mainstay.Cli.Terminal;

/// <summary>A table with a rule under its header and nothing else drawn.</summary>
internal sealed class TextTable(params TableColumn[] columns)
{
    private const int Gap = 2;
    private const int LeastFlexible = 8;
    private readonly List<Cell[]> _rows = [];

    public void Add(params Cell[] cells) =>
        _rows.Add([.. cells.Select(cell => cell with { Text = TextWidth.Safe(cell.Text) })]);

    public bool IsEmpty => _rows.Count == 0;

    /// <summary>The table's lines; <paramref name="paint"/> colours a padded cell.</summary>
    public IEnumerable<string> Lines(int width, Func<string, Ink, string> paint)
    {
        var widths = Fit(width);
        if (columns.Any(column => column.Title.Length > 0))
        {
            yield return Line([.. columns.Select(column => new Cell(column.Title, Ink.Strong))], widths, paint);
            yield return paint(new string('─', widths.Sum() + Gap * (widths.Length - 1)), Ink.Muted);
        }

        foreach (var row in _rows)
            yield return Line(row, widths, paint);
    }

    private string Line(Cell[] cells, int[] widths, Func<string, Ink, string> paint)
    {
        var parts = new string[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var text = TextWidth.Cut(cells[i].Text, widths[i]);
            var padding = new string(' ', widths[i] - TextWidth.Of(text));
            var inked = cells[i].Ink == Ink.Plain || text.Length == 0 ? text : paint(text, cells[i].Ink);
            parts[i] = columns[i].Right ? padding + inked : inked + padding;
        }

        return string.Join("  ", parts).TrimEnd();
    }

    private int[] Fit(int width)
    {
        var widths = columns.Select((column, i) => _rows
            .Select(row => TextWidth.Of(row[i].Text)).Append(TextWidth.Of(column.Title)).Max()).ToArray();
        var over = widths.Sum() + Gap * (widths.Length - 1) - width;
        for (; over > 0 && Widest(widths) is var widest and >= 0; over--)
            widths[widest]--;
        return widths;
    }

    /// <summary>The flexible column that can spare most; -1 where none can spare anything.</summary>
    private int Widest(int[] widths)
    {
        var widest = -1;
        for (var i = 0; i < widths.Length; i++)
        {
            if (columns[i].Flexible && widths[i] > Math.Max(LeastFlexible, widest < 0 ? 0 : widths[widest]))
                widest = i;
        }

        return widest;
    }
}
