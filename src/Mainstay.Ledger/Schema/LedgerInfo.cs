using System.Globalization;
using Dapper;
using Mainstay.DuckDb;

namespace Mainstay.Ledger.Schema;

/// <summary>The ledger's facts about itself, by name.</summary>
internal static class LedgerInfo
{
    private const string VersionName = "ledger_version";

    public static async Task<long> VersionAsync(DuckDbConnection connection, CancellationToken cancellationToken) =>
        long.Parse((await ReadAsync(connection, VersionName, cancellationToken))!, CultureInfo.InvariantCulture);

    public static async Task<long> RaiseVersionAsync(DuckDbConnection connection, CancellationToken cancellationToken)
    {
        var raised = await VersionAsync(connection, cancellationToken) + 1;
        await WriteAsync(connection, VersionName, raised.ToString(CultureInfo.InvariantCulture), cancellationToken);
        return raised;
    }

    public static async Task EnsureVersionAsync(DuckDbConnection connection)
    {
        if (await ReadAsync(connection, VersionName, CancellationToken.None) is null)
            await WriteAsync(connection, VersionName, "0", CancellationToken.None);
    }

    public static Task<string?> ReadAsync(DuckDbConnection connection, string name, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
            "select value from ledger_info where name = cast($name as varchar)", new { name }, cancellationToken: cancellationToken));

    public static async Task WriteAsync(
        DuckDbConnection connection, string name, string value, CancellationToken cancellationToken)
    {
        var changed = await connection.ExecuteAsync(new CommandDefinition(
            "update ledger_info set value = cast($value as varchar) where name = cast($name as varchar)",
            new { name, value }, cancellationToken: cancellationToken));
        if (changed == 0)
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into ledger_info (name, value) values (cast($name as varchar), cast($value as varchar))",
                new { name, value }, cancellationToken: cancellationToken));
    }
}
