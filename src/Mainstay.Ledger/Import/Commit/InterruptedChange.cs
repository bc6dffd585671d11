using System.Data.Common;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Engines.Postgres.Distribution;
using Mainstay.Ledger.Import.Facts;
using Mainstay.Ledger.Purchases;
using Mainstay.Ledger.Refunds;
using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import.Commit;

/// <summary>
/// On a ledger spread over servers the servers commit one after the other. A change that dies between two of them is
/// known by its row in <c>pending_changes</c>, written before it began; whoever opens or changes the ledger next puts
/// every row back to what the imports that count say.
/// </summary>
internal static class InterruptedChange
{
    /// <summary>Tables with a version per import.</summary>
    private static readonly string[] s_versioned =
        ["order_lines", "refunds", "facts", "sightings", "identities", "products", "memberships"];

    /// <summary>Tables whose versions carry their standing by their import alone.</summary>
    private static readonly string[] s_standing = ["identities", "products", "memberships"];

    /// <summary>Whether changes to this ledger can be cut in two.</summary>
    public static Task<bool> IsPossibleAsync(DbConnection connection, CancellationToken cancellationToken) =>
        LedgerEngine.Of(connection) == LedgerEngine.Server
            ? SpreadLedger.IsPartitionedAsync(connection, "order_lines", cancellationToken)
            : Task.FromResult(false);

    /// <summary>Whether a change was cut in two, or is under way.</summary>
    public static async Task<bool> IsPendingAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.ScalarAsync<long>(
            "select count(*) from pending_changes", cancellationToken: cancellationToken) > 0;

    /// <summary>Says, on a connection of its own, that a change begins.</summary>
    public static Task BeginAsync(DbConnection own, long? importNumber, CancellationToken cancellationToken) =>
        own.RunAsync(
            "insert into pending_changes values (cast($import_number as bigint))",
            new { import_number = importNumber }, cancellationToken);

    /// <summary>Says that no change is pending; within the change's transaction: once it is committed.</summary>
    public static Task EndAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.RunAsync("delete from pending_changes", cancellationToken: cancellationToken);

    /// <summary>Puts back what interrupted changes left, in the caller's transaction, which holds the ledger's lock.</summary>
    public static async Task RecoverAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var pending = await connection.RowsAsync<long?>(
            "select distinct import_number from pending_changes", cancellationToken: cancellationToken);
        foreach (var import in pending)
        {
            if (import is { } number)
                await RestoreAsync(connection, number, cancellationToken);
            else
                await SettingsInForce.ForgetAsync(connection, cancellationToken);
        }

        await EndAsync(connection, cancellationToken);
    }

    /// <summary>An import that did not end leaves no row; an undo that did not end did not happen.</summary>
    private static async Task RestoreAsync(DbConnection connection, long importNumber, CancellationToken cancellationToken)
    {
        var arguments = new { import_number = importNumber };
        foreach (var table in s_standing)
            await connection.RunAsync(
                $"update {table} set live = exists (select 1 from imports where undone_at is null "
                + $"and imports.import_number = {table}.import_number) where import_number = cast($import_number as bigint)",
                arguments, cancellationToken);
        await ImportLog.SettleAsync(connection, importNumber, cancellationToken);
        foreach (var table in s_versioned)
            await connection.RunAsync(
                $"delete from {table} where import_number = cast($import_number as bigint) "
                + "and not exists (select 1 from imports where import_number = cast($import_number as bigint))",
                arguments, cancellationToken);
        var sql = new SqlSession(connection, cancellationToken);
        FactOwners.Follow(sql);
        ProductCosts.DeriveAgain(sql);
        RefundMatches.DeriveTouched(sql);
        PurchaseDays.DeriveTouched(sql);
    }
}
