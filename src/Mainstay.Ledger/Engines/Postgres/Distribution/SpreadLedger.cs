using System.Data.Common;

namespace Mainstay.Ledger.Engines.Postgres.Distribution;

/// <summary>What a connection can tell of a ledger that is spread over servers.</summary>
internal static class SpreadLedger
{
    private const string CitusCatalogue = "pg_dist_partition";

    /// <summary>Whether the ledger's rows live on other servers: as foreign hash partitions, or by Citus.</summary>
    public static async Task<bool> IsSpreadAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await IsPartitionedAsync(connection, "order_lines", cancellationToken)
        || (await connection.ScalarAsync<bool>(
                $"select to_regclass('{CitusCatalogue}') is not null", cancellationToken: cancellationToken)
            && await connection.ScalarAsync<bool>(
                $"select exists (select 1 from {CitusCatalogue} where logicalrelid = to_regclass('order_lines'))",
                cancellationToken: cancellationToken));

    /// <summary>Whether a table is one in name only, its rows in partitions.</summary>
    public static Task<bool> IsPartitionedAsync(
        DbConnection connection, string table, CancellationToken cancellationToken) =>
        connection.ScalarAsync<bool>(
            "select exists (select 1 from pg_class where oid = to_regclass($table) and relkind = 'p')",
            new { table }, cancellationToken);
}
