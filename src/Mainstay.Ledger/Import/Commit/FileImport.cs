using Mainstay.DuckDb;
using Mainstay.Ledger.Import.Facts;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import.Commit;

/// <summary>
/// From a file to the ledger: finds out whether it holds orders or facts, reads it, then takes its rows in or says what
/// that would do.
/// </summary>
/// <param name="File">What was read.</param>
/// <param name="Report">What came of it.</param>
public sealed record FileImport(FileReading File, ImportReport Report)
{
    /// <summary>Imports a file, whole or not at all.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="connection">A connection of the ledger's; its <c>staged_rejects</c> holds the rejected rows afterwards.</param>
    /// <param name="path">The file.</param>
    /// <param name="reading">What the person said about it.</param>
    /// <param name="settings">The settings in force.</param>
    /// <param name="clock">What is later than today, and when the import happened.</param>
    /// <param name="progress">How far reading has come.</param>
    /// <param name="cancellationToken">Stops it; nothing is kept then.</param>
    /// <exception cref="ImportException">The file cannot be read, or not in one way only.</exception>
    public static Task<FileImport> CommitAsync(
        LedgerDatabase ledger, DuckDbConnection connection, string path, ReadOptions reading, BusinessSettings settings,
        TimeProvider clock, IProgress<ImportProgress>? progress, CancellationToken cancellationToken) =>
        new Import(ledger, connection, path, reading, settings, clock, progress, IsDryRun: false).RunAsync(cancellationToken);

    /// <summary>As <see cref="CommitAsync"/>, with everything put back.</summary>
    /// <inheritdoc cref="CommitAsync"/>
    public static Task<FileImport> TryAsync(
        LedgerDatabase ledger, DuckDbConnection connection, string path, ReadOptions reading, BusinessSettings settings,
        TimeProvider clock, IProgress<ImportProgress>? progress, CancellationToken cancellationToken) =>
        new Import(ledger, connection, path, reading, settings, clock, progress, IsDryRun: true).RunAsync(cancellationToken);

    private sealed record Import(
        LedgerDatabase Ledger, DuckDbConnection Connection, string Path, ReadOptions Reading, BusinessSettings Settings,
        TimeProvider Clock, IProgress<ImportProgress>? Progress, bool IsDryRun)
    {
        public Task<FileImport> RunAsync(CancellationToken cancellationToken) =>
            FactFileReader.Recognise(Connection, Path, Reading) is { } facts
                ? FactsAsync(facts, cancellationToken)
                : OrdersAsync(cancellationToken);

        private async Task<FileImport> OrdersAsync(CancellationToken cancellationToken)
        {
            var file = await OrderFileReader.StageAsync(
                Connection, Path, Reading, Settings, Progress, cancellationToken);
            var options = OptionsOf(file, NameOf(file.Kind));
            var report = IsDryRun
                ? await OrderImport.TryAsync(Ledger, Connection, options, cancellationToken: cancellationToken)
                : await OrderImport.CommitAsync(Ledger, Connection, options, cancellationToken: cancellationToken);
            return new FileImport(file, report);
        }

        private async Task<FileImport> FactsAsync(FactFileKind kind, CancellationToken cancellationToken)
        {
            var file = await FactFileReader.StageAsync(
                Connection, Path, kind, Reading, Settings, Progress, cancellationToken);
            var report = await FactImport.RunAsync(
                Ledger, Connection, OptionsOf(file, FactImport.NameOf(kind)), kind, IsDryRun, cancellationToken);
            return new FileImport(file, report);
        }

        private ImportOptions OptionsOf(FileReading file, string kind) => new()
        {
            FileName = System.IO.Path.GetFileName(Path),
            Kind = kind,
            RowsRead = file.RowsRead,
            Rejected = file.Rejected,
            Settings = Settings,
            Clock = Clock,
        };
    }

    /// <summary>Kept in the ledger for ever, so it is spelt here and not by the compiler.</summary>
    private static string NameOf(OrderFileKind kind) => kind switch
    {
        OrderFileKind.ShopifyOrders => "shopify_orders",
        OrderFileKind.WooCommerceOrders => "woocommerce_orders",
        OrderFileKind.StripePayments => "stripe_payments",
        OrderFileKind.InvoiceLines => "invoice_lines",
        _ => "orders",
    };
}
