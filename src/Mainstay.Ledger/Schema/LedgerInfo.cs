using System.Data.Common;
using System.Globalization;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Import.Commit;

namespace Mainstay.Ledger.Schema;

/// <summary>The ledger's facts about itself, by name.</summary>
internal static class LedgerInfo
{
    private const string VersionName = "ledger_version";

    public static async Task<long> VersionAsync(DbConnection connection, CancellationToken cancellationToken) =>
        long.Parse((await ReadAsync(connection, VersionName, cancellationToken))!, CultureInfo.InvariantCulture);

    /// <summary>Ends every change: what is kept for the version before is old now, and the rows are counted.</summary>
    public static async Task<long> RaiseVersionAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var raised = await VersionAsync(connection, cancellationToken) + 1;
        await WriteAsync(connection, VersionName, raised.ToString(CultureInfo.InvariantCulture), cancellationToken);
        await TornCommit.NoteAsync(connection, cancellationToken);
        return raised;
    }

    public static async Task EnsureVersionAsync(DbConnection connection)
    {
        if (await ReadAsync(connection, VersionName, CancellationToken.None) is null)
            await WriteAsync(connection, VersionName, "0", CancellationToken.None);
    }

    public static Task<string?> ReadAsync(DbConnection connection, string name, CancellationToken cancellationToken) =>
        connection.ScalarAsync<string>(
            "select value from ledger_info where name = cast($name as varchar)", new { name }, cancellationToken);

    public static async Task WriteAsync(
        DbConnection connection, string name, string value, CancellationToken cancellationToken)
    {
        var changed = await connection.RunAsync(
            "update ledger_info set value = cast($value as varchar) where name = cast($name as varchar)",
            new { name, value }, cancellationToken);
        if (changed == 0)
            await connection.RunAsync(
                "insert into ledger_info (name, value) values (cast($name as varchar), cast($value as varchar))",
                new { name, value }, cancellationToken);
    }
}
