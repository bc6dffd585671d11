using Mainstay.DuckDb.Columns;
using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb.Execution;

/// <summary>
/// The chunks of one result, in order. A streaming result lives on its connection only until the next statement
/// there; <see cref="Keep"/> fetches the rest before that. Mutable: it moves forward.
/// </summary>
internal sealed class ResultChunks : IDisposable
{
    private readonly ConnectionHandle _connection;
    private readonly ResultHandle _result;
    private readonly Queue<DataChunkHandle> _kept = new();
    private bool _fetchedAll;
    private bool _closed;

    public ResultChunks(ConnectionHandle connection, ResultHandle result)
    {
        _connection = connection;
        _result = result;
        Kind = NativeMethods.duckdb_result_return_type(result.Value);
        Columns = Kind == NativeResultType.QueryResult ? ReadColumns(result) : [];
    }

    /// <summary>The result a statement would have: its columns, and no rows.</summary>
    public ResultChunks(ConnectionHandle connection, StatementHandle statement)
    {
        (_connection, _result) = (connection, new ResultHandle());
        _fetchedAll = true;
        Kind = NativeResultType.QueryResult;
        Columns = ReadColumns(statement);
    }

    public NativeResultType Kind { get; }

    public ColumnVector[] Columns { get; }

    /// <summary>The next chunk, which the caller disposes; null after the last.</summary>
    public DataChunkHandle? Next(CancellationToken cancellationToken)
    {
        if (_closed)
            throw new InvalidOperationException("The connection was closed while this result was being read.");
        if (_kept.TryDequeue(out var kept))
            return kept;
        return _fetchedAll || Kind != NativeResultType.QueryResult ? null : Fetch(cancellationToken);
    }

    /// <summary>Takes over all remaining chunks, so that another statement may run.</summary>
    public void Keep()
    {
        while (!_fetchedAll && Fetch(CancellationToken.None) is { } chunk)
            _kept.Enqueue(chunk);
    }

    /// <summary>
    /// How many rows the statement changed: one number, or with RETURNING the rows themselves, which this counts and
    /// drops. Null for a statement that changes none.
    /// </summary>
    public int? ChangedRows()
    {
        if (Kind == NativeResultType.QueryResult && NativeMethods.duckdb_result_statement_type(_result.Value).ChangesRows())
            return CountRows();
        if (Kind != NativeResultType.ChangedRows)
            return null;
        using var chunk = Fetch(CancellationToken.None);
        if (chunk is null)
            return 0;
        var count = new ColumnVector("Count", new ColumnType(DuckDbType.BigInt, DuckDbType.BigInt));
        count.Attach(NativeMethods.duckdb_data_chunk_get_vector(chunk, 0));
        return checked((int)count.At<long>(0));
    }

    public void Dispose()
    {
        _closed = true;
        while (_kept.TryDequeue(out var chunk))
            chunk.Dispose();
        _result.Dispose();
    }

    private int CountRows()
    {
        var rows = 0;
        while (!_fetchedAll && Fetch(CancellationToken.None) is { } chunk)
        {
            using (chunk)
                rows = checked(rows + (int)NativeMethods.duckdb_data_chunk_get_size(chunk));
        }

        return rows;
    }

    private DataChunkHandle? Fetch(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DataChunkHandle chunk;
        using (_connection.InterruptedBy(cancellationToken))
            chunk = NativeMethods.duckdb_fetch_chunk(_result.Value);
        if (!chunk.IsInvalid && NativeMethods.duckdb_data_chunk_get_size(chunk) > 0)
            return chunk;

        chunk.Dispose();
        _fetchedAll = true;
        var error = NativeMethods.duckdb_result_error(_result);
        return error == 0 ? null : throw StatementRun.Failure(ErrorMessage.ToException(error), cancellationToken);
    }

    private static ColumnVector[] ReadColumns(StatementHandle statement)
    {
        var columns = new ColumnVector[NativeMethods.duckdb_prepared_statement_column_count(statement)];
        for (var i = 0; i < columns.Length; i++)
        {
            using var type = NativeMethods.duckdb_prepared_statement_column_logical_type(statement, (ulong)i);
            var name = NativeText.Take(NativeMethods.duckdb_prepared_statement_column_name(statement, (ulong)i));
            columns[i] = new ColumnVector(name, ColumnType.Read(type));
        }

        return columns;
    }

    private static ColumnVector[] ReadColumns(ResultHandle result)
    {
        var columns = new ColumnVector[NativeMethods.duckdb_column_count(result)];
        for (var i = 0; i < columns.Length; i++)
        {
            using var type = NativeMethods.duckdb_column_logical_type(result, (ulong)i);
            var name = NativeText.Borrow(NativeMethods.duckdb_column_name(result, (ulong)i));
            columns[i] = new ColumnVector(name, ColumnType.Read(type));
        }

        return columns;
    }
}
