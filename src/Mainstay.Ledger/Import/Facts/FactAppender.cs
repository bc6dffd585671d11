using Mainstay.DuckDb;

namespace Mainstay.Ledger.Import.Facts;

/// <summary>
/// Appends facts to the staging table column by column, as the engine stores them. Mutable: rows gather until the
/// engine's chunk is full.
/// </summary>
internal sealed class FactAppender : IDisposable
{
    /// <summary>The staging table's columns, in the order they are written below.</summary>
    public const string Columns =
        """
        kind varchar, fact_key varchar, customer_key varchar, email varchar, other_key varchar, order_ref varchar,
        name varchar, channel varchar, detail varchar, currency varchar, mark varchar, row_number bigint, day date,
        until date, quantity decimal(18,4), minutes decimal(18,4), amount decimal(18,4), share decimal(18,8)
        """;

    private const int FirstNumber = 11;

    private readonly DuckDbAppender _table;
    private readonly long[] _rows;
    private readonly int[] _days;
    private readonly int[] _ends;
    private readonly long[][] _numbers;
    private int _count;

    /// <summary>Appends to <paramref name="table"/> and owns it.</summary>
    public FactAppender(DuckDbAppender table)
    {
        _table = table;
        (_rows, _days, _ends) = (new long[table.Room], new int[table.Room], new int[table.Room]);
        _numbers = [new long[table.Room], new long[table.Room], new long[table.Room], new long[table.Room]];
    }

    /// <summary>Appends a fact of the kind <paramref name="kind"/>.</summary>
    public void Append(in FactRow row, ReadOnlySpan<byte> kind)
    {
        Text(0, kind);
        Text(1, row.Key);
        Text(2, row.Customer);
        Text(3, row.Email);
        Text(4, row.Other);
        Text(5, row.Order);
        Text(6, row.Name);
        Text(7, row.Channel);
        Text(8, row.Detail);
        Text(9, row.Currency);
        Text(10, row.Mark);
        _rows[_count] = row.Row;
        Day(12, _days, row.Day);
        Day(13, _ends, row.Until);
        Number(0, row.Quantity);
        Number(1, row.Minutes);
        Number(2, row.Amount);
        Number(3, row.Share);
        if (++_count == _rows.Length)
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

    private void Text(int column, ReadOnlySpan<byte> text)
    {
        if (text.Length == 0)
            _table.WriteNull(column, _count);
        else
            _table.WriteUtf8(column, _count, text);
    }

    private void Day(int column, int[] days, int? day)
    {
        days[_count] = day ?? 0;
        if (day is null)
            _table.WriteNull(column, _count);
    }

    private void Number(int place, long? number)
    {
        _numbers[place][_count] = number ?? 0;
        if (number is null)
            _table.WriteNull(FirstNumber + 3 + place, _count);
    }

    private void Flush()
    {
        if (_count == 0)
            return;
        _table.Write<long>(FirstNumber, _rows.AsSpan(0, _count));
        _table.Write<int>(FirstNumber + 1, _days.AsSpan(0, _count));
        _table.Write<int>(FirstNumber + 2, _ends.AsSpan(0, _count));
        for (var place = 0; place < _numbers.Length; place++)
            _table.WriteUnscaled(FirstNumber + 3 + place, _numbers[place].AsSpan(0, _count));
        _table.EndRows(_count);
        _count = 0;
    }
}
