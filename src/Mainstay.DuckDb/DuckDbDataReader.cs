using System.Collections;
using System.Data;
using System.Data.Common;
using Mainstay.DuckDb.Columns;
using Mainstay.DuckDb.Execution;
using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb;

/// <summary>
/// Rows, read forward as the engine computes them. Another statement on the same connection may run meanwhile: the
/// rows not yet read are then kept in memory. Mutable, as ADO.NET has it.
/// </summary>
public sealed partial class DuckDbDataReader : DbDataReader
{
    private readonly DuckDbConnection _connection;
    private readonly CommandBehavior _behavior;
    private readonly Queue<ResultChunks> _results;
    private readonly int _recordsAffected;
    private ResultChunks? _current;
    private DataChunkHandle? _chunk;
    private int _chunkRows;
    private int _row = -1;
    private bool _closed;

    internal DuckDbDataReader(
        DuckDbConnection connection, List<ResultChunks> results, CommandBehavior behavior, CancellationToken cancellationToken)
    {
        _connection = connection;
        _behavior = behavior;
        var changes = results.Where(result => result.Kind == NativeResultType.ChangedRows).ToList();
        _recordsAffected = changes.Count == 0 ? -1 : changes.Sum(result => result.ChangedRows() ?? 0);
        _results = new Queue<ResultChunks>(results.Where(result => result.Kind == NativeResultType.QueryResult));
        foreach (var result in results.Where(result => result.Kind != NativeResultType.QueryResult))
            Release(result);
        try
        {
            _ = Advance(cancellationToken);
        }
        catch
        {
            Close();
            throw;
        }
    }

    public override int Depth => 0;

    public override int FieldCount => _current?.Columns.Length ?? 0;

    /// <summary>Whether the result has any row, read or not.</summary>
    public override bool HasRows => _chunkRows > 0;

    public override bool IsClosed => _closed;

    /// <summary>Rows changed by all statements; -1 when none says so (RETURNING gives the rows instead).</summary>
    public override int RecordsAffected => _recordsAffected;

    public override bool Read() => MoveNext(CancellationToken.None);

    public override Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<bool>(cancellationToken);
        try
        {
            return Task.FromResult(MoveNext(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<bool>(cancellationToken);
        }
        catch (DuckDbException exception)
        {
            return Task.FromException<bool>(exception);
        }
    }

    public override bool NextResult()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        return Advance(CancellationToken.None);
    }

    public override void Close()
    {
        if (_closed)
            return;
        _closed = true;
        _chunk?.Dispose();
        if (_current is not null)
            Release(_current);
        while (_results.TryDequeue(out var result))
            Release(result);
        if (_behavior.HasFlag(CommandBehavior.CloseConnection))
            _connection.Close();
    }

    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close();
        base.Dispose(disposing);
    }

    internal bool MoveNext(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (_row + 1 < _chunkRows)
        {
            _row++;
            return true;
        }

        if (_chunk is null || !NextChunk(cancellationToken))
        {
            _row = _chunkRows;
            return false;
        }

        _row = 0;
        return true;
    }

    /// <summary>Moves to the next result and its first chunk, so that an error shows before the first row is asked for.</summary>
    private bool Advance(CancellationToken cancellationToken)
    {
        if (_current is not null)
            Release(_current);
        _chunk?.Dispose();
        (_chunk, _chunkRows, _row) = (null, 0, -1);
        if (!_results.TryDequeue(out _current))
            return false;
        _ = NextChunk(cancellationToken);
        return true;
    }

    private bool NextChunk(CancellationToken cancellationToken)
    {
        var next = _current!.Next(cancellationToken);
        if (next is null)
        {
            _connection.Ended(_current);
            return false;
        }

        _chunk?.Dispose();
        _chunk = next;
        _chunkRows = checked((int)NativeMethods.duckdb_data_chunk_get_size(next));
        for (var i = 0; i < _current.Columns.Length; i++)
            _current.Columns[i].Attach(NativeMethods.duckdb_data_chunk_get_vector(next, (ulong)i));
        return true;
    }

    private void Release(ResultChunks result)
    {
        _connection.Ended(result);
        result.Dispose();
    }
}
