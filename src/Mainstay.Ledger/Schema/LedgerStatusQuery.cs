using System.Data.Common;
using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Schema;

/// <summary>Counts what the ledger holds.</summary>
public static class LedgerStatusQuery
{
    private static readonly SqlFile Status = SqlFile.Beside(typeof(LedgerStatusQuery), "ledger_status");

    /// <summary>The ledger's size today.</summary>
    public static Task<LedgerStatus> ReadAsync(DbConnection connection, CancellationToken cancellationToken = default) =>
        connection.QuerySingleAsync<LedgerStatus>(Status, cancellationToken: cancellationToken);
}
