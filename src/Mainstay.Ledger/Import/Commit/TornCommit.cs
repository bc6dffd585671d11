using System.Data.Common;
using Mainstay.DuckDb;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Import.Facts;
using Mainstay.Ledger.Purchases;
using Mainstay.Ledger.Refunds;

namespace Mainstay.Ledger.Import.Commit;

/// <summary>
/// The embedded engine writes large inserts to the file ahead of their commit. Killed amid the commit, it may bring
/// some of them back without it: whole tables, while the rest of the change never happened. So every change notes how
/// many rows there are, in its own transaction; whoever opens the file next counts again, removes what no import
/// brought and derives the rest.
/// </summary>
/// <remarks>DuckDB pull request 25931, "Fix uncommitted data recovered accidentally"; not needed once that is in.</remarks>
internal static class TornCommit
{
    private static readonly SqlFile Count = SqlFile.Beside(typeof(TornCommit), "count_rows");
    private static readonly SqlFile Everyone = SqlFile.Beside(typeof(TornCommit), "touch_everyone");

    /// <summary>Tables with a version per import.</summary>
    private static readonly string[] Versioned =
        ["order_lines", "refunds", "facts", "sightings", "identities", "products", "memberships"];

    /// <summary>Notes the rows there are, at the end of a change.</summary>
    public static async Task NoteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (connection is not DuckDbConnection)
            return;
        await connection.RunAsync("delete from row_counts", cancellationToken: cancellationToken);
        foreach (var (table, rows) in await CountAsync(connection, cancellationToken))
            await connection.RunAsync(
                "insert into row_counts values (cast($table_name as varchar), cast($row_count as bigint))",
                new { table_name = table, row_count = rows }, cancellationToken);
    }

    /// <summary>Whether there are other rows than the last change left.</summary>
    public static async Task<bool> IsTornAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (connection is not DuckDbConnection)
            return false;
        var noted = await connection.RowsAsync<TableCount>(
            "select table_name, row_count from row_counts order by table_name", cancellationToken: cancellationToken);
        return !noted.SequenceEqual(await CountAsync(connection, cancellationToken));
    }

    /// <summary>Takes out what no import brought, in the caller's transaction.</summary>
    public static async Task MendAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        foreach (var table in Versioned)
            await connection.RunAsync(
                $"delete from {table} where import_number not in (select import_number from imports)",
                cancellationToken: cancellationToken);
        await TouchedCustomers.PrepareAsync(connection);
        var sql = new SqlSession(connection, cancellationToken);
        sql.Execute(Everyone);
        foreach (var statement in ImportStatements.Derive)
            sql.Execute(statement);
        FactOwners.Follow(sql);
        ProductCosts.DeriveAgain(sql);
        RefundMatches.DeriveAll(sql);
        PurchaseDays.DeriveAll(sql);
        await NoteAsync(connection, cancellationToken);
    }

    private static Task<IReadOnlyList<TableCount>> CountAsync(
        DbConnection connection, CancellationToken cancellationToken) =>
        connection.QueryAsync<TableCount>(Count, cancellationToken: cancellationToken);
}
