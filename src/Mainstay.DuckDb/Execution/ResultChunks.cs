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

    public ResultChunks(ConnectionHandle connection, ResultHandle result)
    {
        _connection = connection;
        _result = result;
        Kind = NativeMethods.duckdb_result_return_type(result.Value);
        Columns = Kind == NativeResultType.QueryResult ? ReadColumns(result) : [];
    }

    public NativeResultType Kind { get; }

    public IReadOnlyList<ColumnVector> Columns { get; }

    /// <summary>The next chunk, which the caller disposes; null after the last.</summary>
    public DataChunkHandle? Next(CancellationToken cancellationToken)
    {
        if (_kept.TryDequeue(out var kept))
            return kept;
        return _fetchedAll ? null : Fetch(cancellationToken);
    }

    /// <summary>Takes over all remaining chunks, so that another statement may run.</summary>
    public void Keep()
    {
        while (!_fetchedAll && Fetch(CancellationToken.None) is { } chunk)
            _kept.Enqueue(chunk);
    }

    /// <summary>How many rows the statement changed; its result is one number. Zero for other statements.</summary>
    public int ChangedRows()
    {
        if (Kind != NativeResultType.ChangedRows)
            return 0;
        using var chunk = Fetch(CancellationToken.None);
        if (chunk is null)
            return 0;
        var count = new ColumnVector("Count", new ColumnType(DuckDbType.BigInt, DuckDbType.BigInt));
        count.Attach(NativeMethods.duckdb_data_chunk_get_vector(chunk, 0));
        return checked((int)count.At<long>(0));
    }

    public void Dispose()
    {
        _fetchedAll = true;
        while (_kept.TryDequeue(out var chunk))
            chunk.Dispose();
        _result.Dispose();
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
