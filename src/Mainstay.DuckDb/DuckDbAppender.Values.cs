using System.Collections;
using System.Numerics;
using Mainstay.DuckDb.Columns;
using Mainstay.DuckDb.Execution;

namespace Mainstay.DuckDb;

/// <summary>The appender's values: the next column's, or a span of one column's.</summary>
public sealed partial class DuckDbAppender
{
    public void Append(bool value) => Next().Boolean(_row, value);

    public void Append(int value) => Next().Int64(_row, value);

    public void Append(long value) => Next().Int64(_row, value);

    public void Append(ulong value) => Next().Integer(_row, value);

    public void Append(Int128 value) => Next().Integer(_row, value);

    public void Append(BigInteger value) => Next().Integer(_row, ParameterValue.Fitting(value));

    public void Append(double value) => Next().Double(_row, value);

    public void Append(decimal value) => Next().Decimal(_row, value);

    public void Append(DuckDbDecimal value) => Next().Decimal(_row, value);

    public void Append(DateOnly value) => Next().Date(_row, value);

    public void Append(TimeOnly value) => Next().Time(_row, value);

    public void Append(DateTime value) => Next().Moment(_row, value);

    public void Append(DateTimeOffset value) => Next().Instant(_row, value);

    public void Append(TimeSpan value) => Next().Interval(_row, value);

    public void Append(Guid value) => Next().Guid(_row, value);

    /// <summary>A text; null is NULL.</summary>
    public void Append(string? value)
    {
        if (value is null)
            Next().Null(_row);
        else
            Next().Text(_row, value);
    }

    /// <summary>A text already in UTF-8.</summary>
    public void AppendUtf8(ReadOnlySpan<byte> value) => Next().Utf8(_row, value);

    /// <summary>The bytes of a BLOB.</summary>
    public void AppendBlob(ReadOnlySpan<byte> value) => Next().Blob(_row, value);

    /// <summary>A LIST; null elements are NULL.</summary>
    public void AppendList(IEnumerable value) => Next().Any(_row, value);

    /// <summary>A value or NULL.</summary>
    public void Append<T>(T? value)
        where T : unmanaged
    {
        if (value is { } given)
            Next().Value(_row, given);
        else
            Next().Null(_row);
    }

    public void AppendNull() => Next().Null(_row);

    /// <summary>A whole row, slower than value by value for the boxing.</summary>
    public void AppendRow(params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
            Next().Any(_row, value);
        EndRow();
    }

    /// <summary>Values of one column for the rows from the current one on, as many as <see cref="Room"/> at most.</summary>
    public void Write<T>(int column, ReadOnlySpan<T> values)
        where T : unmanaged => Rows(column, values.Length).Span(_row, values);

    /// <summary>Texts of one column for the rows from the current one on; null is NULL.</summary>
    public void Write(int column, ReadOnlySpan<string?> values)
    {
        var writer = Rows(column, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } text)
                writer.Text(_row + i, text);
            else
                writer.Null(_row + i);
        }
    }

    /// <summary>Makes one value of the rows being written NULL; <paramref name="row"/> counts from the current one.</summary>
    public void WriteNull(int column, int row) => Rows(column, row + 1).Null(_row + row);

    private VectorWriter Next()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        return _column < _columns.Length
            ? _columns[_column++]
            : throw new InvalidOperationException($"The row already has its {_columns.Length} columns; end it first.");
    }

    private VectorWriter Rows(int column, int count)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (_column != 0)
            throw new InvalidOperationException("A row has been begun value by value; end it before writing columns.");
        if (column < 0 || column >= _columns.Length)
            throw new ArgumentOutOfRangeException(nameof(column), column, $"The appender has {_columns.Length} columns.");
        return count <= Room
            ? _columns[column]
            : throw new ArgumentOutOfRangeException(nameof(count), count, $"The chunk has room for {Room} rows; write them, then EndRows.");
    }
}
