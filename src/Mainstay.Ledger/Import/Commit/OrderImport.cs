using Dapper;
using Mainstay.DuckDb;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Refunds;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import.Commit;

/// <summary>
/// Takes the rows a reader has staged on a connection (<c>staged_rows</c>) into the ledger: in one transaction, so that
/// a failure, a full disk or a killed process leaves the ledger as it was.
/// </summary>
public static class OrderImport
{
    private const int RefusedShown = 20;

    /// <summary>A month without a credit note looks like a plain log, and is still the same shop's.</summary>
    private const string InvoiceLines = "invoice_lines";
    private const string Orders = "orders";

    /// <summary>Imports the rows staged on <paramref name="connection"/>, a connection of <paramref name="ledger"/>.</summary>
    public static Task<ImportReport> CommitAsync(
        LedgerDatabase ledger, DuckDbConnection connection, OrderImportOptions options,
        IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(ledger, connection, options, progress, isDryRun: false, cancellationToken);

    /// <summary>Says what <see cref="CommitAsync"/> would do, by doing it and putting everything back.</summary>
    public static Task<ImportReport> TryAsync(
        LedgerDatabase ledger, DuckDbConnection connection, OrderImportOptions options,
        IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(ledger, connection, options, progress, isDryRun: true, cancellationToken);

    private static async Task<ImportReport> RunAsync(
        LedgerDatabase ledger, DuckDbConnection connection, OrderImportOptions options, IProgress<string>? progress,
        bool isDryRun, CancellationToken cancellationToken)
    {
        IReadOnlyList<RejectedRow> refused = [];
        var done = await ledger.ChangeAsync(connection, async transaction =>
        {
            var report = await ApplyAsync(connection, options, progress, cancellationToken) with { IsDryRun = isDryRun };
            if (report.Refused > 0)
                refused = await connection.QueryAsync<RejectedRow>(
                    ImportStatements.RefusedOriginals, cancellationToken: cancellationToken);
            if (isDryRun)
                await transaction.RollbackAsync(cancellationToken);
            else
                await transaction.CommitAsync(cancellationToken);
            return report;
        }, cancellationToken);
        AddToRejects(connection, refused);
        return done;
    }

    private static async Task<ImportReport> ApplyAsync(
        DuckDbConnection connection, OrderImportOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Report("comparing with the ledger");
        await PrepareTablesAsync(connection);
        var (settings, adopted) = await AdoptCurrencyAsync(connection, options.Settings, cancellationToken);
        await SettingsInForce.AlignAsync(connection, settings, cancellationToken);
        var source = options.Source ?? (options.Kind == InvoiceLines ? Orders : options.Kind);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(options.Clock.GetUtcNow(), zone).DateTime);
        await connection.ExecuteAsync(
            ImportStatements.RefuseRows, new { currency = settings.Currency, today }, cancellationToken);
        await connection.ExecuteAsync(
            ImportStatements.TakeInRows, new { source, currency = settings.Currency }, cancellationToken);
        var count = await connection.QuerySingleAsync<IncomingCount>(
            ImportStatements.CountIncoming, cancellationToken: cancellationToken);
        var report = await ReportAsync(connection, options, source, count) with
        {
            Currency = settings.Currency,
            AdoptedCurrency = adopted,
        };

        await WriteFactsAsync(connection, report, progress, cancellationToken);
        await RecordAsync(connection, options, report, cancellationToken);
        return report with { LedgerVersion = await LedgerInfo.RaiseVersionAsync(connection, cancellationToken) };
    }

    private static async Task WriteFactsAsync(
        DuckDbConnection connection, ImportReport report, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Report("writing");
        foreach (var statement in ImportStatements.Facts.Concat(ImportStatements.Customers))
            await connection.ExecuteAsync(
                statement, new { import_number = report.ImportNumber, source = report.Source }, cancellationToken);
        progress?.Report("matching refunds");
        RefundMatches.DeriveTouched(connection, cancellationToken);
    }

    /// <summary>While the business has no currency, the first file that has exactly one decides.</summary>
    private static async Task<(BusinessSettings Settings, string? Adopted)> AdoptCurrencyAsync(
        DuckDbConnection connection, BusinessSettings settings, CancellationToken cancellationToken)
    {
        settings = await SettingsInForce.WithLedgerCurrencyAsync(connection, settings, cancellationToken);
        if (settings.Currency != Currencies.None)
            return (settings, null);
        var named = (await connection.QueryAsync<string>(
            "select distinct currency from staged_rows where currency is not null limit 2")).AsList();
        return named is [var only] && only != Currencies.None ? (settings with { Currency = only }, only) : (settings, null);
    }

    private static async Task<ImportReport> ReportAsync(
        DuckDbConnection connection, OrderImportOptions options, string source, IncomingCount count)
    {
        var refused = await connection.ExecuteScalarAsync<long>("select count(*) from refused_rows");
        return new ImportReport
        {
            ImportNumber = await connection.ExecuteScalarAsync<long>("select coalesce(max(import_number), 0) + 1 from imports"),
            ImportId = Guid.CreateVersion7(options.Clock.GetUtcNow()),
            IsDryRun = false,
            FileName = options.FileName,
            Source = source,
            RowsRead = options.RowsRead,
            Created = count.Created,
            Updated = count.Updated,
            Skipped = count.Skipped,
            Rejected = options.Rejected + refused,
            Refused = refused,
            FirstRefused = [.. await connection.QueryAsync<RefusedRow>(
                "select row_number, reason from refused_rows order by row_number limit cast($shown as integer)",
                new { shown = RefusedShown })],
            Orders = count.Orders,
            Refunds = count.Refunds,
            Customers = count.Customers,
            FirstDay = count.FirstDay,
            LastDay = count.LastDay,
            Currency = Currencies.None,
            AdoptedCurrency = null,
            LedgerVersion = 0,
        };
    }

    private static Task<int> RecordAsync(
        DuckDbConnection connection, OrderImportOptions options, ImportReport report, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(ImportStatements.RecordImport, new
        {
            import_number = report.ImportNumber,
            import_id = report.ImportId,
            source = report.Source,
            kind = options.Kind,
            file_name = report.FileName,
            imported_at = options.Clock.GetUtcNow(),
            rows_read = report.RowsRead,
            created = report.Created,
            updated = report.Updated,
            skipped = report.Skipped,
            rejected = report.Rejected,
            first_day = report.FirstDay,
            last_day = report.LastDay,
        }, cancellationToken);

    private static async Task PrepareTablesAsync(DuckDbConnection connection)
    {
        await connection.ExecuteAsync("drop table if exists incoming");
        await connection.ExecuteAsync(ImportStatements.IncomingTable);
        await connection.ExecuteAsync("create temp table if not exists refused_rows (row_number bigint, reason varchar)");
        await connection.ExecuteAsync("delete from refused_rows");
        await TouchedCustomers.PrepareAsync(connection);
    }

    /// <summary>After the transaction, so that a dry run's list of rejects is whole too.</summary>
    private static void AddToRejects(DuckDbConnection connection, IReadOnlyList<RejectedRow> refused)
    {
        if (refused.Count == 0)
            return;
        connection.Execute(
            "create temp table if not exists staged_rejects (row_number bigint, reason varchar, original varchar, file_number integer)");
        using var rejects = connection.CreateAppender("staged_rejects");
        foreach (var row in refused)
            rejects.AppendRow(row.RowNumber, row.Reason, row.Original, 1);
        rejects.Close();
    }
}
