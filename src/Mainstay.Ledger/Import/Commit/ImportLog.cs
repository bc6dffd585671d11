using System.Data.Common;
using System.Globalization;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Import.Facts;
using Mainstay.Ledger.Purchases;
using Mainstay.Ledger.Refunds;
using Mainstay.Ledger.Schema;

namespace Mainstay.Ledger.Import.Commit;

/// <summary>Every import a ledger has seen, and the way to take one back.</summary>
public static class ImportLog
{
    /// <summary>All imports, newest first, undone ones included.</summary>
    public static async Task<IReadOnlyList<ImportEntry>> ListAsync(
        LedgerDatabase ledger, CancellationToken cancellationToken = default)
    {
        using var connection = ledger.Connect();
        return await connection.QueryAsync<ImportEntry>(ImportStatements.ListImports, cancellationToken: cancellationToken);
    }

    /// <summary>
    /// Takes an import back: the ledger is then as if the file had never come, whatever came before or after it.
    /// </summary>
    /// <exception cref="MistakeException">There is no such import, or it is undone already.</exception>
    public static async Task<ImportEntry> UndoAsync(
        LedgerDatabase ledger, long importNumber, TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        using var connection = ledger.Connect();
        return await ledger.ChangeAsync(connection, importNumber, async transaction =>
        {
            var entry = await FindAsync(connection, importNumber, cancellationToken) with
            {
                UndoneAt = (clock ?? TimeProvider.System).GetUtcNow(),
            };
            await MarkAsync(connection, entry);
            await SettleAsync(connection, importNumber, cancellationToken);
            var sql = new SqlSession(connection, cancellationToken);
            if (FactImport.IsNamed(entry.Kind))
                await TouchedCustomers.PrepareAsync(connection);   // facts beside orders make no purchase days
            FactOwners.Follow(sql);
            ProductCosts.DeriveUndone(sql, entry.Kind);
            RefundMatches.DeriveTouched(sql);
            PurchaseDays.DeriveTouched(sql);
            await LedgerInfo.RaiseVersionAsync(connection, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return entry;
        }, cancellationToken);
    }

    private static async Task<ImportEntry> FindAsync(
        DbConnection connection, long importNumber, CancellationToken cancellationToken)
    {
        var imports = await connection.QueryAsync<ImportEntry>(
            ImportStatements.ListImports, cancellationToken: cancellationToken);
        var number = importNumber.ToString(CultureInfo.InvariantCulture);
        return imports.FirstOrDefault(import => import.ImportNumber == importNumber) switch
        {
            null => throw new MistakeException($"There is no import {number}.", "imports undo", number,
                imports.Count == 0 ? "an import to undo: there is none yet" : $"a number from 1 to {imports[0].ImportNumber}",
                "Run mainstay imports for the list."),
            { UndoneAt: { } undone } => throw new MistakeException(
                string.Create(CultureInfo.InvariantCulture, $"Import {number} was undone on {undone:yyyy-MM-dd} already."),
                "imports undo", number, "an import that still counts", "Import the file again if you want it back."),
            var import => import,
        };
    }

    private static async Task MarkAsync(DbConnection connection, ImportEntry entry)
    {
        var arguments = new { import_number = entry.ImportNumber, undone_at = entry.UndoneAt };
        await connection.RunAsync(
            "update imports set undone_at = cast($undone_at as timestamptz) where import_number = cast($import_number as bigint)",
            arguments);
        foreach (var statement in (string[])
                 [
                     "update identities set live = false where import_number = cast($import_number as bigint)",
                     "update products set live = false where import_number = cast($import_number as bigint)",
                     "update memberships set live = false where import_number = cast($import_number as bigint)",
                 ])
            await connection.RunAsync(statement, new { import_number = entry.ImportNumber });
    }

    /// <summary>Lets the versions stand that live imports uphold, of every row this import spoke of.</summary>
    internal static async Task SettleAsync(
        DbConnection connection, long importNumber, CancellationToken cancellationToken)
    {
        await connection.RunAsync(
            "create temp table if not exists winners (row_key uuid, version_number bigint)",
            cancellationToken: cancellationToken);
        await connection.RunAsync("delete from winners", cancellationToken: cancellationToken);
        await TouchedCustomers.PrepareAsync(connection);
        foreach (var statement in ImportStatements.Settle.Prepend(ImportStatements.FindWinners)
                     .Concat(ImportStatements.Customers))
            await connection.ExecuteAsync(statement, new { import_number = importNumber }, cancellationToken);
    }
}
