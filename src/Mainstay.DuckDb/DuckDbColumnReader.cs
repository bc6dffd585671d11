using Mainstay.DuckDb.Columns;
using Mainstay.DuckDb.Execution;
using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb;

/// <summary>
/// A query's rows, column by column: each chunk of up to 2,048 rows is read in place, as spans over the engine's own
/// memory. Spans are valid until the next <see cref="NextChunk"/>. Mutable: it moves forward.
/// </summary>
public sealed class DuckDbColumnReader : IDisposable
{
    private readonly DuckDbConnection _connection;
    private readonly ResultChunks _result;
    private readonly CancellationToken _cancellationToken;
    private readonly ColumnVector[] _columns;
    private readonly ColumnCopies _copies;
    private DataChunkHandle? _chunk;
    private bool _closed;

    internal DuckDbColumnReader(DuckDbConnection connection, ResultChunks result, CancellationToken cancellationToken)
    {
        _connection = connection;
        _result = result;
        _cancellationToken = cancellationToken;
        _columns = result.Columns;
        _copies = new ColumnCopies(_columns.Length);
    }

    public int ColumnCount => _columns.Length;

    /// <summary>Rows in the current chunk.</summary>
    public int RowCount { get; private set; }

    public string ColumnName(int column) => Column(column).Name;

    public DuckDbType ColumnType(int column) => Column(column).Type.Id;

    /// <summary>The column of this name.</summary>
    public int Ordinal(string name)
    {
        for (var i = 0; i < ColumnCount; i++)
        {
            if (string.Equals(_columns[i].Name, name, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        throw new ArgumentException(
            $"There is no column '{name}'; there are {string.Join(", ", _columns.Select(column => column.Name))}.", nameof(name));
    }

    /// <summary>Moves to the next chunk; false after the last.</summary>
    public bool NextChunk()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        _chunk?.Dispose();
        (_chunk, RowCount) = (null, 0);
        _chunk = _result.Next(_cancellationToken);
        if (_chunk is null)
        {
            _connection.Ended(_result);
            return false;
        }

        RowCount = checked((int)NativeMethods.duckdb_data_chunk_get_size(_chunk));
        for (var i = 0; i < _columns.Length; i++)
            _columns[i].Attach(NativeMethods.duckdb_data_chunk_get_vector(_chunk, (ulong)i));
        return true;
    }

    /// <summary>
    /// The column's values in this chunk. In place where <typeparamref name="T"/> is what the engine stores (BIGINT long,
    /// INTEGER int, DOUBLE double, DATE also int days and TIMESTAMP long microseconds since 1970 …); converted into a
    /// buffer of the reader's own for DateOnly, DateTime, DateTimeOffset, decimal, Guid and wider numbers. What
    /// stands where the column is NULL is undefined in place and default when converted: ask <see cref="IsNull"/>.
    /// </summary>
    public ReadOnlySpan<T> Values<T>(int column)
        where T : unmanaged
    {
        var vector = Current(column);
        return StoredAs<T>.Is(vector.Type) ? vector.Span<T>(RowCount) : _copies.Of<T>(vector, column, RowCount);
    }

    public bool IsNull(int column, int row) => Current(column).IsNull(InChunk(row));

    /// <summary>Whether any value of this column in this chunk is NULL.</summary>
    public bool HasNulls(int column) => Current(column).HasNulls(RowCount);

    /// <summary>The UTF-8 bytes of a VARCHAR, or the bytes of a BLOB, in place.</summary>
    public ReadOnlySpan<byte> Utf8(int column, int row)
    {
        var vector = Current(column);
        return vector.Type.Id is DuckDbType.Varchar or DuckDbType.Blob
            ? vector.IsNull(InChunk(row)) ? [] : vector.Bytes(row)
            : throw ColumnValue.Refused(vector, "UTF-8");
    }

    /// <summary>The text of a VARCHAR or ENUM; null for NULL.</summary>
    public string? Text(int column, int row)
    {
        var vector = Current(column);
        return vector.IsNull(InChunk(row)) ? null : ColumnValue.Text(vector, row);
    }

    public void Dispose()
    {
        if (_closed)
            return;
        _closed = true;
        _chunk?.Dispose();
        _connection.Ended(_result);
        _result.Dispose();
    }

    private ColumnVector Column(int column) =>
        column >= 0 && column < ColumnCount
            ? _columns[column]
            : throw new ArgumentOutOfRangeException(nameof(column), column, $"The result has {ColumnCount} columns.");

    private ColumnVector Current(int column)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        return _chunk is null
            ? throw new InvalidOperationException("There is no current chunk; call NextChunk and see that it is true.")
            : Column(column);
    }

    private int InChunk(int row) =>
        row >= 0 && row < RowCount
            ? row
            : throw new ArgumentOutOfRangeException(nameof(row), row, $"The chunk has {RowCount} rows.");
}
