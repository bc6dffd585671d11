using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Mainstay.DuckDb.Execution;
using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb;

/// <summary>
/// A connection to an embedded database: a file, or memory (<c>Data Source=:memory:</c>, its own for each connection
/// and its duplicates). Connections to one file within the process share it; no other process can open it meanwhile.
/// A connection serves one thread at a time: use one each, they run in parallel. Mutable, as ADO.NET has it.
/// </summary>
public sealed class DuckDbConnection : DbConnection
{
    private string _connectionString = "";
    private ConnectionSettings? _settings;
    private OpenDatabase? _database;
    private ConnectionHandle? _handle;
    private readonly HashSet<StatementHandle> _prepared = [];
    private ResultChunks? _streaming;

    public DuckDbConnection()
    {
    }

    public DuckDbConnection(string connectionString) => ConnectionString = connectionString;

    [AllowNull]
    public override string ConnectionString
    {
        get => _connectionString;
        set
        {
            if (_handle is not null)
                throw new InvalidOperationException("The connection string cannot change while the connection is open.");
            _settings = ConnectionSettings.Parse(value ?? "");
            _connectionString = value ?? "";
        }
    }

    public override string Database => _settings is null ? "" : Path.GetFileNameWithoutExtension(_settings.DataSource);

    public override string DataSource => _settings?.DataSource ?? "";

    public override string ServerVersion => EngineVersion;

    /// <summary>The embedded engine's version, such as v1.5.6.</summary>
    public static string EngineVersion => NativeText.Borrow(NativeMethods.duckdb_library_version());

    public override ConnectionState State => _handle is null ? ConnectionState.Closed : ConnectionState.Open;

    /// <summary>The transaction under way.</summary>
    internal DuckDbTransaction? Transaction { get; set; }

    internal ConnectionHandle Handle =>
        _handle ?? throw new InvalidOperationException("The connection is closed; open it first.");

    public override void Open()
    {
        if (_handle is not null)
            throw new InvalidOperationException("The connection is already open.");
        var settings = _settings ?? throw new InvalidOperationException("The connection has no connection string.");
        Attach(OpenDatabase.Open(settings));
        try
        {
            // The machine's time zone must not decide which day a moment falls on.
            Run("SET TimeZone = 'UTC'");
        }
        catch
        {
            Close();
            throw;
        }
    }

    /// <summary>Another open connection to the same database, with its own transactions; also for memory.</summary>
    public DuckDbConnection Duplicate()
    {
        _ = Handle;
        var duplicate = new DuckDbConnection { _settings = _settings, _connectionString = _connectionString };
        duplicate.Attach(_database!);
        duplicate.Run("SET TimeZone = 'UTC'");
        return duplicate;
    }

    public override void Close()
    {
        if (_handle is null)
            return;
        _streaming?.Dispose();
        _streaming = null;
        foreach (var statement in _prepared)
            statement.Dispose();
        _prepared.Clear();
        Transaction = null;
        _database!.Disconnect(_handle);
        (_database, _handle) = (null, null);
        OnStateChange(new StateChangeEventArgs(ConnectionState.Open, ConnectionState.Closed));
    }

    public override void ChangeDatabase(string databaseName) =>
        throw new NotSupportedException("A connection stays with its database; open another connection.");

    public new DuckDbCommand CreateCommand() => new() { Connection = this };

    /// <summary>A command with its text.</summary>
    public DuckDbCommand CreateCommand(string commandText) => new() { Connection = this, CommandText = commandText };

    /// <summary>
    /// Adds rows to a table in bulk. With <paramref name="columns"/>, values are given for these only, in this order, and
    /// the others take their defaults.
    /// </summary>
    public DuckDbAppender CreateAppender(string table, params IReadOnlyList<string> columns) => new(this, table, columns);

    public new DuckDbTransaction BeginTransaction() => (DuckDbTransaction)base.BeginTransaction();

    protected override DbCommand CreateDbCommand() => CreateCommand();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel)
    {
        if (isolationLevel is IsolationLevel.Chaos or IsolationLevel.Serializable)
            throw new NotSupportedException($"The engine isolates by snapshot and does not know {isolationLevel}.");
        if (Transaction is not null)
            throw new InvalidOperationException("A transaction is under way on this connection; it takes one at a time. Use Duplicate().");
        return Transaction = new DuckDbTransaction(this);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close();
        base.Dispose(disposing);
    }

    /// <summary>Runs a statement without parameters.</summary>
    internal void Run(string statement)
    {
        using var command = CreateCommand(statement);
        _ = command.ExecuteNonQuery();
    }

    /// <summary>Called before a statement runs: a result still streaming here is fetched to its end first.</summary>
    internal void MakeRoom()
    {
        _streaming?.Keep();
        _streaming = null;
    }

    /// <summary>A prepared statement keeps the database open, so the connection ends it when it closes.</summary>
    internal void Prepared(StatementHandle statement) => _prepared.Add(statement);

    internal void Forget(StatementHandle statement) => _prepared.Remove(statement);

    /// <summary>Remembers the result that is streaming on this connection.</summary>
    internal void Stream(ResultChunks? result) => _streaming = result;

    internal void Ended(ResultChunks result)
    {
        if (ReferenceEquals(_streaming, result))
            _streaming = null;
    }

    private void Attach(OpenDatabase database)
    {
        _handle = database.Connect();
        _database = database;
        OnStateChange(new StateChangeEventArgs(ConnectionState.Closed, ConnectionState.Open));
    }
}
