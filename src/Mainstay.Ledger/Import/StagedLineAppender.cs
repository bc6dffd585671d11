using Mainstay.DuckDb;

namespace Mainstay.Ledger.Import;

/// <summary>
/// Appends lines to the staging table column by column, as the engine stores them: for millions of rows that costs half
/// of appending value by value. Mutable: rows gather until the engine's chunk is full.
/// </summary>
internal sealed class StagedLineAppender : IDisposable
{
    private readonly DuckDbAppender _table;
    private readonly StagedColumns _columns;
    private readonly int[] _places;
    private readonly int _rowPlace;
    private readonly int[] _files;
    private readonly long[] _rows;
    private readonly int[] _customers;
    private readonly int[] _days;
    private readonly int[] _cancelled;
    private readonly long[] _instants;
    private readonly long[] _amounts;
    private readonly long[] _quantities;
    private readonly long[] _prices;
    private readonly long[] _discounts;
    private readonly long[] _costs;
    private readonly bool[] _contradictions;
    private int _count;

    /// <summary>Appends to <paramref name="table"/>, laid out for <paramref name="columns"/>, and owns it.</summary>
    public StagedLineAppender(DuckDbAppender table, StagedColumns columns)
    {
        (_table, _columns) = (table, columns);
        _places = StagingLayout.Places(columns, out _rowPlace);
        var room = table.Room;
        (_rows, _customers, _days) = (new long[room], new int[room], new int[room]);
        _files = new int[room];
        _cancelled = new int[room];
        _instants = new long[room];
        _amounts = new long[room];
        _quantities = new long[room];
        _prices = new long[room];
        _discounts = new long[room];
        _costs = new long[room];
        _contradictions = new bool[room];
    }

    /// <summary>Appends a line; a negative customer is unassigned.</summary>
    public void Append(in StagedLine line, int customer, int file)
    {
        var at = _count;
        _files[at] = file;
        _rows[at] = line.Row;
        _customers[at] = customer;
        if (customer < 0)
            _table.WriteNull(_rowPlace + 1, at);
        _days[at] = line.Moment.Day;
        _amounts[at] = line.Amount;
        if ((_columns & ~(StagedColumns.File | StagedColumns.Amount)) != StagedColumns.None)
            AppendDetails(line, at);
        if (++_count == _table.Room)
            Flush();
    }

    /// <summary>Stores the rows in hand.</summary>
    public void Close()
    {
        Flush();
        _table.Close();
    }

    /// <inheritdoc/>
    public void Dispose() => _table.Dispose();

    private void AppendDetails(in StagedLine line, int at)
    {
        Text(StagedColumns.Order, line.Order, at);
        Text(StagedColumns.Line, line.Line, at);
        Text(StagedColumns.Email, line.Email, at);
        Text(StagedColumns.Name, line.Name, at);
        Text(StagedColumns.Country, line.Country, at);
        Text(StagedColumns.Sku, line.Sku, at);
        Text(StagedColumns.Description, line.Description, at);
        Text(StagedColumns.Channel, line.Channel, at);
        Text(StagedColumns.Member, line.Member, at);
        Text(StagedColumns.Currency, line.CurrencyText, at);
        Number(StagedColumns.Quantity, _quantities, line.Quantity, at);
        Number(StagedColumns.UnitPrice, _prices, line.UnitPrice, at);
        Number(StagedColumns.Discount, _discounts, line.Discount, at);
        Number(StagedColumns.Cost, _costs, line.Cost, at);
        Number(StagedColumns.OrderedAt, _instants, line.Moment.IsInstant ? line.Moment.Micros : null, at);
        _contradictions[at] = line.Contradiction;
        _cancelled[at] = line.CancelledOn ?? 0;
        if (line.CancelledOn is null)
            Null(StagedColumns.Cancelled, at);
    }

    private void Text(StagedColumns column, ReadOnlySpan<byte> text, int at)
    {
        var place = Place(column);
        if (place < 0)
            return;
        if (text.Length == 0)
            _table.WriteNull(place, at);
        else
            _table.WriteUtf8(place, at, text);
    }

    private void Number(StagedColumns column, long[] values, long? number, int at)
    {
        values[at] = number ?? 0;
        if (number is null)
            Null(column, at);
    }

    private void Null(StagedColumns column, int at)
    {
        if (Place(column) is >= 0 and var place)
            _table.WriteNull(place, at);
    }

    private void Flush()
    {
        if (_count == 0)
            return;
        Integers(StagedColumns.File, _files);
        _table.Write<long>(_rowPlace, _rows.AsSpan(0, _count));
        _table.Write<int>(_rowPlace + 1, _customers.AsSpan(0, _count));
        _table.Write<int>(_rowPlace + 2, _days.AsSpan(0, _count));
        Decimals(StagedColumns.Amount, _amounts);
        Decimals(StagedColumns.Quantity, _quantities);
        Decimals(StagedColumns.UnitPrice, _prices);
        Decimals(StagedColumns.Discount, _discounts);
        Decimals(StagedColumns.Cost, _costs);
        Integers(StagedColumns.Cancelled, _cancelled);
        if (Place(StagedColumns.OrderedAt) is >= 0 and var instants)
            _table.Write<long>(instants, _instants.AsSpan(0, _count));
        if (Place(StagedColumns.Contradiction) is >= 0 and var contradictions)
            _table.Write<bool>(contradictions, _contradictions.AsSpan(0, _count));
        _table.EndRows(_count);
        _count = 0;
    }

    private void Integers(StagedColumns column, int[] values)
    {
        if (Place(column) is >= 0 and var place)
            _table.Write<int>(place, values.AsSpan(0, _count));
    }

    private void Decimals(StagedColumns column, long[] values)
    {
        if (Place(column) is >= 0 and var place)
            _table.WriteUnscaled(place, values.AsSpan(0, _count));
    }

    private int Place(StagedColumns column) => _places[System.Numerics.BitOperations.TrailingZeroCount((int)column)];
}
