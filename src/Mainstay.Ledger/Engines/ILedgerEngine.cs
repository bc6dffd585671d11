using System.Data;
using System.Data.Common;

namespace Mainstay.Ledger.Engines;

/// <summary>Exactly what differs between the SQL engines that can hold a ledger; everything else is one set of SQL.</summary>
public interface ILedgerEngine
{
    /// <summary>The word in the names of statements that exist for this engine alone: <c>name.duckdb.sql</c>.</summary>
    string Name { get; }

    /// <summary>Where this engine keeps temporary tables.</summary>
    string TemporarySchema { get; }

    /// <summary>The isolation under which a reading transaction sees one state of the ledger from first to last.</summary>
    IsolationLevel OneState { get; }

    /// <summary>
    /// Whether reading tables that the same transaction has filled costs several times what it costs once they are
    /// committed, so that long work had better leave its temporary tables behind outside of one.
    /// </summary>
    bool OwnRowsAreSlow { get; }

    /// <summary>A statement of the common subset in this engine's parameter marks.</summary>
    string Statement(string text);

    /// <summary>Tells the planner what a table just filled holds; where it cannot know by itself.</summary>
    void Filled(DbConnection connection, string table);

    /// <summary>Makes every other change to this ledger wait, whoever's it is, until the current transaction ends.</summary>
    Task LockAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>As <see cref="LockAsync"/>, but does not wait; false while somebody else's change is under way.</summary>
    Task<bool> TryLockAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps changes out until it is disposed, where a transaction alone does not see one state: the servers of a spread
    /// ledger commit one after the other. To be called before the transaction begins; null where there is no need.
    /// </summary>
    IDisposable? HoldState(DbConnection connection);

    /// <summary>Runs a query for its columns.</summary>
    IColumnReader ReadColumns(DbCommand command, CancellationToken cancellationToken);

    /// <summary>Adds rows to a table in bulk, within the current transaction if there is one.</summary>
    IBulkLoad Load(DbConnection connection, string table);

    /// <summary>
    /// Adds every row that <paramref name="rows"/> still gives to a table, whose columns they name; returns how many.
    /// </summary>
    long Load(DbConnection connection, string table, IColumnReader rows);

    /// <summary>
    /// Takes the indexes off tables that are empty and about to be filled, where keeping them up row by row costs most
    /// of the filling. Belongs to the current transaction.
    /// </summary>
    /// <returns>Statements that make them again, by table; none where there is nothing to gain.</returns>
    ILookup<string, string> SetIndexesAside(DbConnection connection, IReadOnlyList<string> tables);

    /// <summary>This engine's type for values of <paramref name="type"/>, one of <see cref="ColumnKind"/>.</summary>
    string TypeName(ColumnKind type);
}
