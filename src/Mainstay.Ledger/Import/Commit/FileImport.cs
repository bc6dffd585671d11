using Mainstay.DuckDb;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import.Commit;

/// <summary>From a file to the ledger: reads it, then takes its rows in or says what that would do.</summary>
/// <param name="File">What was read.</param>
/// <param name="Report">What came of it.</param>
public sealed record FileImport(StagedFile File, ImportReport Report)
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
        RunAsync(ledger, connection, path, reading, settings, clock, progress, OrderImport.CommitAsync, cancellationToken);

    /// <summary>As <see cref="CommitAsync"/>, with everything put back.</summary>
    /// <inheritdoc cref="CommitAsync"/>
    public static Task<FileImport> TryAsync(
        LedgerDatabase ledger, DuckDbConnection connection, string path, ReadOptions reading, BusinessSettings settings,
        TimeProvider clock, IProgress<ImportProgress>? progress, CancellationToken cancellationToken) =>
        RunAsync(ledger, connection, path, reading, settings, clock, progress, OrderImport.TryAsync, cancellationToken);

    private delegate Task<ImportReport> Verb(
        LedgerDatabase ledger, DuckDbConnection connection, OrderImportOptions options, IProgress<string>? progress,
        CancellationToken cancellationToken);

    private static async Task<FileImport> RunAsync(
        LedgerDatabase ledger, DuckDbConnection connection, string path, ReadOptions reading, BusinessSettings settings,
        TimeProvider clock, IProgress<ImportProgress>? progress, Verb verb, CancellationToken cancellationToken)
    {
        var file = await OrderFileReader.StageAsync(connection, path, reading, settings, progress, cancellationToken);
        var report = await verb(ledger, connection, new OrderImportOptions
        {
            FileName = Path.GetFileName(path),
            Kind = NameOf(file.Kind),
            RowsRead = file.RowsRead,
            Rejected = file.Rejected,
            Settings = settings,
            Clock = clock,
        }, null, cancellationToken);
        return new FileImport(file, report);
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
