using System.Data.Common;
using Dapper;
using Mainstay.DuckDb;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import.Commit;

/// <summary>
/// Takes staged rows into the ledger, whatever they are about: in one transaction, so that a failure, a full disk or a
/// killed process leaves the ledger as it was.
/// </summary>
internal static class StagedImport
{
    private const int RefusedShown = 20;

    /// <summary>Imports what is staged, or says what that would do by doing it and putting everything back.</summary>
    public static async Task<ImportReport> RunAsync(
        LedgerDatabase ledger, DuckDbConnection staging, ImportOptions options, IIncoming incoming,
        IProgress<string>? progress, bool isDryRun, CancellationToken cancellationToken)
    {
        using var own = ledger.Address.Server is null ? null : ledger.Connect();
        var connection = own ?? staging;
        var exchange = new Exchange(staging, connection, cancellationToken);
        IReadOnlyList<RejectedRow> refused = [];
        var number = await connection.ScalarAsync<long>(
            "select coalesce(max(import_number), 0) + 1 from imports", cancellationToken: cancellationToken);
        var done = await ledger.ChangeAsync(connection, number, async transaction =>
        {
            var report = await ApplyAsync(exchange, options, incoming, progress, cancellationToken)
                with
            { IsDryRun = isDryRun };
            if (report.Refused > 0)
                refused = await staging.QueryAsync<RejectedRow>(incoming.Refused, cancellationToken: cancellationToken);
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
        Exchange exchange, ImportOptions options, IIncoming incoming, IProgress<string>? progress,
        CancellationToken cancellationToken)
    {
        progress?.Report("comparing with the ledger");
        var (staging, ledger) = (exchange.Staging.Connection, exchange.Ledger.Connection);
        await TouchedCustomers.PrepareAsync(ledger);
        var (settings, adopted) = await AdoptCurrencyAsync(exchange, options.Settings, incoming, cancellationToken);
        await SettingsInForce.AlignAsync(ledger, settings, cancellationToken);
        if (!exchange.IsOne)
            await ExchangeRates.FillAsync(staging, settings);
        await RefuseAsync(staging, options, settings, incoming, cancellationToken);
        var isFirst = await ledger.ScalarAsync<bool>(
            "select not exists (select 1 from imports)", cancellationToken: cancellationToken);
        var source = incoming.SourceOf(options);
        incoming.Compare(exchange, source, settings, isFirst);
        var count = await staging.QuerySingleAsync<IncomingCount>(incoming.Count, cancellationToken: cancellationToken);
        var report = await ReportAsync(exchange, options, source, count) with
        {
            Currency = settings.Currency,
            AdoptedCurrency = adopted,
        };

        await incoming.WriteAsync(exchange, report, isFirst, progress, cancellationToken);
        await RecordAsync(ledger, options, report, cancellationToken);
        return report with { LedgerVersion = await LedgerInfo.RaiseVersionAsync(ledger, cancellationToken) };
    }

    private static async Task RefuseAsync(
        DbConnection staging, ImportOptions options, BusinessSettings settings, IIncoming incoming,
        CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(options.Clock.GetUtcNow(), zone).DateTime);
        await staging.RunAsync(
            "create temp table if not exists refused_rows (row_number bigint, reason varchar)",
            cancellationToken: cancellationToken);
        await staging.RunAsync("delete from refused_rows", cancellationToken: cancellationToken);
        await staging.ExecuteAsync(incoming.Refuse, new { currency = settings.Currency, today }, cancellationToken);
    }

    /// <summary>While the business has no currency, the first file that has exactly one decides.</summary>
    private static async Task<(BusinessSettings Settings, string? Adopted)> AdoptCurrencyAsync(
        Exchange exchange, BusinessSettings settings, IIncoming incoming, CancellationToken cancellationToken)
    {
        settings = await SettingsInForce.WithLedgerCurrencyAsync(
            exchange.Ledger.Connection, settings, cancellationToken);
        if (settings.Currency != Currencies.None)
            return (settings, null);
        var named = await exchange.Staging.Connection.RowsAsync<string>(
            $"select distinct currency from {incoming.Staged} where currency is not null limit 2",
            cancellationToken: cancellationToken);
        return named is [var only] && only != Currencies.None
            ? (settings with { Currency = only }, only)
            : (settings, null);
    }

    private static async Task<ImportReport> ReportAsync(
        Exchange exchange, ImportOptions options, string source, IncomingCount count)
    {
        var (staging, ledger) = (exchange.Staging.Connection, exchange.Ledger.Connection);
        var refused = await staging.ScalarAsync<long>("select count(*) from refused_rows");
        var hasOrders = count.NewPeople > 0
            && await ledger.ScalarAsync<bool>("select exists (select 1 from order_lines where live)");
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
            Facts = count.Facts,
            Customers = count.Customers,
            NewPeople = hasOrders ? count.NewPeople : 0,
            NewPerson = hasOrders ? count.NewPerson : null,
            FirstDay = count.FirstDay,
            LastDay = count.LastDay,
            Currency = Currencies.None,
            AdoptedCurrency = null,
            LedgerVersion = 0,
        };
    }

    private static Task<int> RecordAsync(
        DbConnection connection, ImportOptions options, ImportReport report, CancellationToken cancellationToken) =>
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
