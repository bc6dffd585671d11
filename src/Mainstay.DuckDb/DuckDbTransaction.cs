using System.Data;
using System.Data.Common;

namespace Mainstay.DuckDb;

/// <summary>A transaction; disposing it without a commit rolls it back. Mutable: it ends once.</summary>
public sealed class DuckDbTransaction : DbTransaction
{
    private DuckDbConnection? _connection;

    internal DuckDbTransaction(DuckDbConnection connection)
    {
        _connection = connection;
        connection.Run("BEGIN TRANSACTION");
    }

    /// <summary>The engine knows one level: every statement sees the database as the transaction found it, plus its own changes.</summary>
    public override IsolationLevel IsolationLevel => IsolationLevel.Snapshot;

    protected override DbConnection? DbConnection => _connection;

    public override void Commit() => End("COMMIT");

    public override void Rollback() => End("ROLLBACK");

    protected override void Dispose(bool disposing)
    {
        if (disposing && _connection is { State: ConnectionState.Open })
            End("ROLLBACK");
        base.Dispose(disposing);
    }

    /// <summary>Whatever comes of it, the transaction is over: a commit that fails has been rolled back by the engine.</summary>
    private void End(string statement)
    {
        var connection = _connection ?? throw new InvalidOperationException("This transaction has already ended.");
        _connection = null;
        connection.Transaction = null;
        connection.Run(statement);
    }
}
