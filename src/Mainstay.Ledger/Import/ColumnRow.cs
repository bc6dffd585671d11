namespace Mainstay.Ledger.Import;

/// <summary>The asked-for cells of one row; they live until the next row is read.</summary>
public readonly ref struct ColumnRow
{
    private readonly TableReader _reader;
    private readonly int[] _columns;

    internal ColumnRow(TableReader reader, int[] columns) => (_reader, _columns) = (reader, columns);

    /// <summary>Row of the file as a spreadsheet numbers it: the header is row 1.</summary>
    public long Number => _reader.Row;

    /// <summary>
    /// The cell under the so-manieth column asked for, trimmed; empty for the words software writes into empty cells.
    /// </summary>
    public ReadOnlySpan<byte> this[int asked]
    {
        get
        {
            var cell = Cell.Trim(_reader[_columns[asked]]);
            return Cell.IsBlank(cell) ? default : cell;
        }
    }
}
