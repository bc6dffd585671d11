namespace Mainstay.DuckDb.Columns;

/// <summary>Converted copies of columns, one reused buffer each. Mutable: the buffers are overwritten by each chunk.</summary>
internal sealed class ColumnCopies(int columns)
{
    private readonly Array?[] _buffers = new Array?[columns];

    public ReadOnlySpan<T> Of<T>(ColumnVector vector, int column, int rows)
        where T : unmanaged
    {
        if (_buffers[column] is not T[] buffer || buffer.Length < rows)
            _buffers[column] = buffer = new T[Math.Max(rows, 2048)];
        var copy = buffer.AsSpan(0, rows);
        for (var row = 0; row < rows; row++)
            copy[row] = vector.IsNull(row) ? default : One<T>(vector, row);
        return copy;
    }

    // The casts through object vanish when the method is compiled for its T.
    private static T One<T>(ColumnVector vector, int row)
        where T : unmanaged
    {
        if (typeof(T) == typeof(long))
            return (T)(object)ColumnValue.Int64(vector, row);
        if (typeof(T) == typeof(int))
            return (T)(object)ColumnValue.Int32(vector, row);
        if (typeof(T) == typeof(double))
            return (T)(object)ColumnValue.Double(vector, row);
        if (typeof(T) == typeof(decimal))
            return (T)(object)ColumnValue.Decimal(vector, row);
        if (typeof(T) == typeof(DateOnly))
            return (T)(object)ColumnValue.Date(vector, row);
        if (typeof(T) == typeof(DateTime))
            return (T)(object)ColumnValue.Moment(vector, row);
        if (typeof(T) == typeof(DateTimeOffset))
            return (T)(object)ColumnValue.Instant(vector, row);
        if (typeof(T) == typeof(Guid))
            return (T)(object)ColumnValue.Guid(vector, row);
        return (T)ColumnObject.NotNull(vector, row, typeof(T));
    }
}
