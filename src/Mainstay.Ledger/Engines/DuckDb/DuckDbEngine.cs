using System.Data;
using System.Data.Common;
using Mainstay.DuckDb;

namespace Mainstay.Ledger.Engines.DuckDb;

/// <summary>The embedded engine: one file, or memory, held by one process.</summary>
internal sealed class DuckDbEngine : ILedgerEngine
{
    public static readonly DuckDbEngine Instance = new();

    private DuckDbEngine()
    {
    }

    public string Name => "duckdb";

    public string TemporarySchema => "temp";

    public IsolationLevel OneState => IsolationLevel.Unspecified;

    public bool OwnRowsAreSlow => true;

    public string Statement(string text) => text;

    public void Filled(DbConnection connection, string table)
    {
        // It keeps its statistics as rows come in.
    }

    // The file is locked to this process, whose changes wait for each other.
    public Task LockAsync(DbConnection connection, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> TryLockAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    public IDisposable? HoldState(DbConnection connection) => null;

    public IColumnReader ReadColumns(DbCommand command, CancellationToken cancellationToken) =>
        new DuckDbColumns(((DuckDbCommand)command).ExecuteColumns(cancellationToken));

    public IBulkLoad Load(DbConnection connection, string table) =>
        new DuckDbLoad(((DuckDbConnection)connection).CreateAppender(table));

    public long Load(DbConnection connection, string table, IColumnReader rows)
    {
        var names = Enumerable.Range(0, rows.ColumnCount).Select(rows.ColumnName).ToArray();
        using var load = new DuckDbLoad(((DuckDbConnection)connection).CreateAppender(table, names));
        return ColumnCopy.Rows(rows, load);
    }

    public ILookup<string, string> SetIndexesAside(DbConnection connection, IReadOnlyList<string> tables) =>
        Array.Empty<string>().ToLookup(statement => statement, StringComparer.Ordinal);

    public string TypeName(ColumnKind type) => type switch
    {
        ColumnKind.Integer => "bigint",
        ColumnKind.Double => "double",
        ColumnKind.Decimal => "decimal(38,12)",
        ColumnKind.Boolean => "boolean",
        ColumnKind.Date => "date",
        ColumnKind.Instant => "timestamptz",
        ColumnKind.Guid => "uuid",
        _ => "varchar",
    };
}
