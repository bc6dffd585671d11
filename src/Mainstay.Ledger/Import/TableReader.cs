namespace Mainstay.Ledger.Import;

/// <summary>
/// A table read once, row by row, as UTF-8 cells that live until the next row. Nothing but the current row is kept
/// in memory, whatever the size of the file.
/// </summary>
internal abstract class TableReader : IDisposable
{
    private const int MostCells = 65_536;

    private int[] _starts = new int[64];
    private int[] _ends = new int[64];

    /// <summary>Row of the file as a spreadsheet numbers it, 1 for the first line; 0 before it.</summary>
    public long Row { get; protected set; }

    /// <summary>Cells in this row.</summary>
    public int Count { get; private set; }

    /// <summary>The cells' bytes; a cell whose start is negative lies in <see cref="Scratch"/> instead.</summary>
    protected byte[] Bytes { get; set; } = [];

    /// <summary>Cells that had to be rewritten: unescaped quotes.</summary>
    protected byte[] Scratch { get; set; } = [];

    /// <summary>The row as it stood in the file, or as a comma-separated line where the format has no lines.</summary>
    public abstract ReadOnlySpan<byte> Original { get; }

    /// <summary>Why this row is no row of the table although it could be read; null for a good row.</summary>
    public string? Fault { get; protected set; }

    /// <summary>Bytes of the file behind us.</summary>
    public abstract long Position { get; }

    /// <summary>A cell as it stands in the file; empty beyond the row's end.</summary>
    public ReadOnlySpan<byte> this[int column]
    {
        get
        {
            if (unchecked((uint)column >= (uint)Count))
                return default;
            var start = _starts[column];
            return start >= 0 ? Bytes.AsSpan(start, _ends[column] - start) : Scratch.AsSpan(~start, _ends[column] - ~start);
        }
    }

    /// <summary>Moves to the next row; false at the end.</summary>
    public abstract bool Read();

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>True when no cell of the row holds anything.</summary>
    public bool IsBlank()
    {
        for (var column = 0; column < Count; column++)
        {
            if (Cell.Trim(this[column]).Length > 0)
                return false;
        }

        return true;
    }

    protected void StartRow() => Count = 0;

    protected void AddCell(int start, int end)
    {
        if (Count == _starts.Length)
        {
            if (Count >= MostCells)
                throw new ImportException(new InputProblem(
                    $"row {Row + 1}", $"more than {MostCells} cells", "one cell for each column", "Check the delimiter, or set it."));
            Array.Resize(ref _starts, Count * 2);
            Array.Resize(ref _ends, Count * 2);
        }

        _starts[Count] = start;
        _ends[Count++] = end;
    }

    /// <summary>The last cell ends earlier than it seemed: a carriage return before the line feed.</summary>
    protected void TrimLastCell(byte letter)
    {
        var start = _starts[Count - 1];
        if (start >= 0 && _ends[Count - 1] > start && Bytes[_ends[Count - 1] - 1] == letter)
            _ends[Count - 1]--;
    }

    protected (int Start, int End) CellAt(int column) => (_starts[column], _ends[column]);

    protected void MoveCell(int column, int start, int end) => (_starts[column], _ends[column]) = (start, end);
}
