using Mainstay.DuckDb;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Import.Facts;
using Mainstay.Ledger.Purchases;
using Mainstay.Ledger.Refunds;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import.Commit;

/// <summary>Takes the rows a reader has staged on a connection (<c>staged_rows</c>) into the ledger.</summary>
public static class OrderImport
{
    /// <summary>A month without a credit note looks like a plain log, and is still the same shop's.</summary>
    private const string InvoiceLines = "invoice_lines";
    private const string Orders = "orders";

    private static readonly string[] Filled = ["order_lines", "identities", "customers", "purchase_days"];

    /// <summary>
    /// Imports the rows staged on <paramref name="staging"/>, which came from the ledger's
    /// <see cref="LedgerDatabase.ConnectForStaging"/>.
    /// </summary>
    public static Task<ImportReport> CommitAsync(
        LedgerDatabase ledger, DuckDbConnection staging, ImportOptions options,
        IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        StagedImport.RunAsync(ledger, staging, options, new Incoming(), progress, isDryRun: false, cancellationToken);

    /// <summary>Says what <see cref="CommitAsync"/> would do, by doing it and putting everything back.</summary>
    public static Task<ImportReport> TryAsync(
        LedgerDatabase ledger, DuckDbConnection staging, ImportOptions options,
        IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        StagedImport.RunAsync(ledger, staging, options, new Incoming(), progress, isDryRun: true, cancellationToken);

    private sealed class Incoming : IIncoming
    {
        public SqlFile Refuse => ImportStatements.RefuseRows;

        public SqlFile Refused => ImportStatements.RefusedOriginals;

        public SqlFile Count => ImportStatements.CountIncoming;

        public string Staged => "staged_rows";

        public string SourceOf(ImportOptions options) =>
            options.Source ?? (options.Kind == InvoiceLines ? Orders : options.Kind);

        /// <summary>Leaves the table <c>incoming</c>. An empty ledger need not be asked row by row.</summary>
        public void Compare(Exchange exchange, string source, BusinessSettings settings, bool isFirst)
        {
            var staging = exchange.Staging;
            staging.Materialize(
                "keyed_rows", ImportStatements.NameRows, ("source", source), ("currency", settings.Currency));
            exchange.ShowLedger(
                "incoming_keys", isFirst ? ImportStatements.NoRowKeys : ImportStatements.ListRowKeys);
            exchange.ShowStaging("known_rows", ImportStatements.FindKnownRows);
            staging.Materialize("incoming", ImportStatements.CompareRows);
            exchange.ShowLedger("updated_rows", ImportStatements.FindUpdatedRows);
        }

        public async Task WriteAsync(
            Exchange exchange, ImportReport report, bool isFirst, IProgress<string>? progress,
            CancellationToken cancellationToken)
        {
            progress?.Report("writing");
            var ledger = exchange.Ledger;
            var indexes = isFirst ? EmptyLedger.SetIndexesAside(ledger.Connection, Filled) : null;
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
            Derive(ledger, isFirst);
            indexes?.PutBack("purchase_days");
        }

        private static void Derive(SqlSession ledger, bool isFirst)
        {
            if (isFirst)
            {
                RefundMatches.DeriveAll(ledger);
                PurchaseDays.DeriveAll(ledger);
                return;
            }

            FactOwners.Follow(ledger);
            ProductCosts.Derive(ledger);
            RefundMatches.DeriveTouched(ledger);
            PurchaseDays.DeriveTouched(ledger);
        }
    }
}
