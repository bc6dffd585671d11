using System.Data.Common;
using Dapper;
using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Import.Commit;

/// <summary>
/// The indexes of a ledger that holds nothing yet, while its first import fills it: made once from all rows they cost a
/// fraction of what they cost row by row. All within the import's transaction, so a failure leaves them as they were.
/// </summary>
internal sealed class EmptyLedger
{
    private readonly DbConnection _connection;
    private readonly ILookup<string, string> _aside;

    private EmptyLedger(DbConnection connection, ILookup<string, string> aside) =>
        (_connection, _aside) = (connection, aside);

    public static EmptyLedger SetIndexesAside(DbConnection connection, IReadOnlyList<string> tables) =>
        new(connection, LedgerEngine.Of(connection).SetIndexesAside(connection, tables));

    /// <summary>Makes a table's indexes again, now that it is full.</summary>
    public void PutBack(string table)
    {
        foreach (var statement in _aside[table])
            _connection.Execute(statement, commandTimeout: 0);
    }
}
