using System.Data.Common;
using Dapper;
using Mainstay.DuckDb;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Purchases;
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

    /// <summary>
    /// Imports the rows staged on <paramref name="staging"/>, which came from the ledger's
    /// <see cref="LedgerDatabase.ConnectForStaging"/>.
    /// </summary>
    public static Task<ImportReport> CommitAsync(
        LedgerDatabase ledger, DuckDbConnection staging, OrderImportOptions options,
        IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(ledger, staging, options, progress, isDryRun: false, cancellationToken);

    /// <summary>Says what <see cref="CommitAsync"/> would do, by doing it and putting everything back.</summary>
    public static Task<ImportReport> TryAsync(
        LedgerDatabase ledger, DuckDbConnection staging, OrderImportOptions options,
        IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(ledger, staging, options, progress, isDryRun: true, cancellationToken);

    private static async Task<ImportReport> RunAsync(
        LedgerDatabase ledger, DuckDbConnection staging, OrderImportOptions options, IProgress<string>? progress,
        bool isDryRun, CancellationToken cancellationToken)
    {
        using var own = ledger.Address.Server is null ? null : ledger.Connect();
        var connection = own ?? staging;
        var exchange = new Exchange(staging, connection, cancellationToken);
        IReadOnlyList<RejectedRow> refused = [];
        var number = await connection.ScalarAsync<long>(
            "select coalesce(max(import_number), 0) + 1 from imports", cancellationToken: cancellationToken);
        var done = await ledger.ChangeAsync(connection, number, async transaction =>
        {
            var report = await ApplyAsync(exchange, options, progress, cancellationToken) with { IsDryRun = isDryRun };
            if (report.Refused > 0)
                refused = await staging.QueryAsync<RejectedRow>(
                    ImportStatements.RefusedOriginals, cancellationToken: cancellationToken);
            if (isDryRun)
                await transaction.RollbackAsync(cancellationToken);
            else
                await transaction.CommitAsync(cancellationToken);
            return report;
        }, cancellationToken);
        AddToRejects(staging, refused);
        return done;
    }

    private static async Task<ImportReport> ApplyAsync(
        Exchange exchange, OrderImportOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Report("comparing with the ledger");
        var (staging, ledger) = (exchange.Staging.Connection, exchange.Ledger.Connection);
        await TouchedCustomers.PrepareAsync(ledger);
        var (settings, adopted) = await AdoptCurrencyAsync(exchange, options.Settings, cancellationToken);
        await SettingsInForce.AlignAsync(ledger, settings, cancellationToken);
        if (!exchange.IsOne)
            await ExchangeRates.FillAsync(staging, settings);
        var source = options.Source ?? (options.Kind == InvoiceLines ? Orders : options.Kind);
        await RefuseAsync(staging, options, settings, cancellationToken);
        var isFirst = await ledger.ScalarAsync<bool>(
            "select not exists (select 1 from imports)", cancellationToken: cancellationToken);
        Compare(exchange, source, settings, isFirst);
        var count = await staging.QuerySingleAsync<IncomingCount>(
            ImportStatements.CountIncoming, cancellationToken: cancellationToken);
        var report = await ReportAsync(exchange, options, source, count) with
        {
            Currency = settings.Currency,
            AdoptedCurrency = adopted,
        };

        await WriteFactsAsync(exchange, report, isFirst, progress, cancellationToken);
        await RecordAsync(ledger, options, report, cancellationToken);
        return report with { LedgerVersion = await LedgerInfo.RaiseVersionAsync(ledger, cancellationToken) };
    }

    private static async Task RefuseAsync(
        DbConnection staging, OrderImportOptions options, BusinessSettings settings, CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(options.Clock.GetUtcNow(), zone).DateTime);
        await staging.RunAsync(
            "create temp table if not exists refused_rows (row_number bigint, reason varchar)",
            cancellationToken: cancellationToken);
        await staging.RunAsync("delete from refused_rows", cancellationToken: cancellationToken);
        await staging.ExecuteAsync(
            ImportStatements.RefuseRows, new { currency = settings.Currency, today }, cancellationToken);
    }

    /// <summary>
    /// Names every row and finds out whether the ledger has it; leaves the table <c>incoming</c>. An empty ledger has
    /// none, and need not be asked row by row.
    /// </summary>
    private static void Compare(Exchange exchange, string source, BusinessSettings settings, bool isFirst)
    {
        var staging = exchange.Staging;
        staging.Materialize(
            "keyed_rows", ImportStatements.NameRows, ("source", source), ("currency", settings.Currency));
        exchange.ShowLedger("incoming_keys", isFirst ? ImportStatements.NoRowKeys : ImportStatements.ListRowKeys);
        exchange.ShowStaging("known_rows", ImportStatements.FindKnownRows);
        staging.Materialize("incoming", ImportStatements.CompareRows);
        exchange.ShowLedger("updated_rows", ImportStatements.FindUpdatedRows);
    }

    private static async Task WriteFactsAsync(
        Exchange exchange, ImportReport report, bool isFirst, IProgress<string>? progress,
        CancellationToken cancellationToken)
    {
        progress?.Report("writing");
        var ledger = exchange.Ledger;
        var indexes = isFirst ? EmptyLedger.SetIndexesAside(ledger.Connection) : null;
        foreach (var statement in ImportStatements.Retire)
            ledger.Execute(statement);
        foreach (var (table, rows) in ImportStatements.Facts)
        {
            exchange.Insert(table, rows, ("import_number", report.ImportNumber));
            indexes?.PutBack(table);
        }

        exchange.Insert(
            ImportStatements.Identities.Table, ImportStatements.Identities.Rows,
            ("import_number", report.ImportNumber), ("source", report.Source));
        indexes?.PutBack(ImportStatements.Identities.Table);
        ledger.Execute(ImportStatements.PreviousOwners);
        foreach (var statement in ImportStatements.Customers)
            await ledger.Connection.ExecuteAsync(
                statement, new { import_number = report.ImportNumber }, cancellationToken);
        indexes?.PutBack("customers");
        ledger.Filled("customers");
        progress?.Report("matching refunds");
        if (isFirst)
        {
            RefundMatches.DeriveAll(ledger);
            PurchaseDays.DeriveAll(ledger);
        }
        else
        {
            RefundMatches.DeriveTouched(ledger);
            PurchaseDays.DeriveTouched(ledger);
        }

        indexes?.PutBack("purchase_days");
    }

    /// <summary>While the business has no currency, the first file that has exactly one decides.</summary>
    private static async Task<(BusinessSettings Settings, string? Adopted)> AdoptCurrencyAsync(
        Exchange exchange, BusinessSettings settings, CancellationToken cancellationToken)
    {
        settings = await SettingsInForce.WithLedgerCurrencyAsync(
            exchange.Ledger.Connection, settings, cancellationToken);
        if (settings.Currency != Currencies.None)
            return (settings, null);
        var named = await exchange.Staging.Connection.RowsAsync<string>(
            "select distinct currency from staged_rows where currency is not null limit 2",
            cancellationToken: cancellationToken);
        return named is [var only] && only != Currencies.None
            ? (settings with { Currency = only }, only)
            : (settings, null);
    }

    private static async Task<ImportReport> ReportAsync(
        Exchange exchange, OrderImportOptions options, string source, IncomingCount count)
    {
        var (staging, ledger) = (exchange.Staging.Connection, exchange.Ledger.Connection);
        var refused = await staging.ScalarAsync<long>("select count(*) from refused_rows");
        return new ImportReport
        {
            ImportNumber = await ledger.ScalarAsync<long>("select coalesce(max(import_number), 0) + 1 from imports"),
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
            FirstRefused = [.. await staging.RowsAsync<RefusedRow>(
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
        DbConnection connection, OrderImportOptions options, ImportReport report, CancellationToken cancellationToken) =>
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
