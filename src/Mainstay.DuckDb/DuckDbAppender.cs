using Mainstay.DuckDb.Columns;
using Mainstay.DuckDb.Execution;
using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb;

/// <summary>
/// Adds rows to a table in bulk, through chunks filled in place: value by value (<c>Append…</c>, <see cref="EndRow"/>)
/// or column by column (<c>Write</c>, <see cref="EndRows"/>). <see cref="Close"/> or Dispose stores the rest; Dispose
/// on a row left unfinished drops what is not stored yet. For all or nothing, append within a transaction.
/// Mutable: it gathers rows.
/// </summary>
public sealed partial class DuckDbAppender : IDisposable
{
    private readonly DuckDbConnection _connection;
    private readonly AppenderHandle _handle;
    private readonly VectorWriter[] _columns;
    private readonly nint[] _types;
    private readonly LogicalTypeHandle[] _ownedTypes;
    private DataChunkHandle _chunk;
    private int _row;
    private int _column;
    private bool _closed;

    internal DuckDbAppender(DuckDbConnection connection, string table, IReadOnlyList<string> columns)
    {
        connection.MakeRoom();
        _connection = connection;
        var state = NativeMethods.duckdb_appender_create(connection.Handle, null, table, out _handle);
        foreach (var column in columns)
        {
            if (state == NativeState.Success)
                state = NativeMethods.duckdb_appender_add_column(_handle, column);
        }

        if (state != NativeState.Success)
        {
            using (_handle)
            using (var error = NativeMethods.duckdb_appender_error_data(_handle))
                throw ErrorMessage.ToException(error);
        }

        var count = (int)NativeMethods.duckdb_appender_column_count(_handle);
        _ownedTypes = [.. Enumerable.Range(0, count).Select(i => NativeMethods.duckdb_appender_column_type(_handle, (ulong)i))];
        _types = [.. _ownedTypes.Select(type => type.DangerousGetHandle())];
        var names = columns.Count > 0 ? columns : NamesOf(connection, table);
        _columns = [.. _ownedTypes.Select((type, i) => new VectorWriter(names[i], ColumnType.Read(type)))];
        _chunk = NewChunk();
    }

    /// <summary>Rows that still fit the current chunk; <c>Write</c> takes at most so many.</summary>
    public int Room => Capacity - _row;

    public int ColumnCount => _columns.Length;

    private static int Capacity { get; } = (int)NativeMethods.duckdb_vector_size();

    /// <summary>Ends a row whose every column has been appended.</summary>
    public void EndRow()
    {
        if (_column != _columns.Length)
            throw new InvalidOperationException($"The row has {_column} of {_columns.Length} columns.");
        _column = 0;
        if (++_row == Capacity)
            Store();
    }

    /// <summary>Ends <paramref name="count"/> rows whose every column has been written.</summary>
    public void EndRows(int count)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Room);
        _row += count;
        if (_row == Capacity)
            Store();
    }

    /// <summary>Stores what has been appended; the table has all rows afterwards.</summary>
    public void Close()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (_column != 0)
            throw new InvalidOperationException($"The last row has {_column} of {_columns.Length} columns.");
        try
        {
            Store();
            _connection.MakeRoom();
            Check(NativeMethods.duckdb_appender_flush(_handle));
        }
        finally
        {
            Release();
        }
    }

    public void Dispose()
    {
        if (_closed)
            return;
        if (_column == 0)
        {
            Close();
            return;
        }

        Release();
    }

    private void Store()
    {
        if (_row == 0)
            return;
        NativeMethods.duckdb_data_chunk_set_size(_chunk, (ulong)_row);
        _row = 0;
        _connection.MakeRoom();
        Check(NativeMethods.duckdb_append_data_chunk(_handle, _chunk));
        _chunk.Dispose();
        _chunk = NewChunk();
    }

    private static string[] NamesOf(DuckDbConnection connection, string table)
    {
        using var all = StatementBatch.PrepareSingle(
            connection.Handle, $"from \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        using var described = new ResultChunks(connection.Handle, all);
        return [.. described.Columns.Select(column => column.Name)];
    }

    private DataChunkHandle NewChunk()
    {
        var chunk = NativeMethods.duckdb_create_data_chunk(_types, (ulong)_types.Length);
        for (var i = 0; i < _columns.Length; i++)
            _columns[i].Attach(NativeMethods.duckdb_data_chunk_get_vector(chunk, (ulong)i));
        return chunk;
    }

    private void Check(NativeState state)
    {
        if (state == NativeState.Success)
            return;
        using var error = NativeMethods.duckdb_appender_error_data(_handle);
        var exception = ErrorMessage.ToException(error);
        Release();
        throw exception;
    }

    /// <summary>Gives everything back; rows not stored by now are dropped, for destroying would store them unchecked.</summary>
    private void Release()
    {
        if (_closed)
            return;
        _closed = true;
        _ = NativeMethods.duckdb_appender_clear(_handle);
        _handle.Dispose();
        _chunk.Dispose();
        foreach (var type in _ownedTypes)
            type.Dispose();
    }
}
