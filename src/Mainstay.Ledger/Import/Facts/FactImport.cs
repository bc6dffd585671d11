using Mainstay.DuckDb;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Purchases;
using Mainstay.Ledger.Refunds;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import.Facts;

/// <summary>Takes the facts a reader has staged on a connection (<c>staged_facts</c>) into the ledger.</summary>
public static class FactImport
{
    private static readonly string[] s_filled = ["facts", "identities", "customers"];

    /// <summary>
    /// Imports the facts staged on <paramref name="staging"/>, which came from the ledger's
    /// <see cref="LedgerDatabase.ConnectForStaging"/>, or says what that would do.
    /// </summary>
    internal static Task<ImportReport> RunAsync(
        LedgerDatabase ledger, DuckDbConnection staging, ImportOptions options, FactFileKind kind, bool isDryRun,
        CancellationToken cancellationToken) =>
        StagedImport.RunAsync(ledger, staging, options, new Incoming(kind), progress: null, isDryRun, cancellationToken);

    /// <summary>What an import of such a file is called in the list of imports, for ever.</summary>
    public static string NameOf(FactFileKind kind) =>
        FactShapes.Of(kind).Word.Replace('-', '_');

    /// <summary>Whether an import of this name brought facts.</summary>
    internal static bool IsNamed(string importKind) => FactShapes.All.Any(shape => NameOf(shape.Kind) == importKind);

    private sealed class Incoming(FactFileKind kind) : IIncoming
    {
        public SqlFile Refuse => FactStatements.Refuse;

        public SqlFile Refused => FactStatements.Refused;

        public SqlFile Count => FactStatements.Count;

        public string Staged => "staged_facts";

        /// <summary>Whom nobody knows yet is named as an order log would name them.</summary>
        public string SourceOf(ImportOptions options) => "orders";

        /// <summary>Leaves the table <c>incoming_facts</c>.</summary>
        public void Compare(Exchange exchange, string source, BusinessSettings settings, bool isFirst)
        {
            var staging = exchange.Staging;
            staging.Materialize("keyed_facts", FactStatements.Name, ("currency", settings.Currency));
            staging.Materialize("fact_people", FactStatements.ListPeople);
            exchange.ShowLedger("asked_people", FactStatements.AskPeople);
            exchange.ShowStaging("known_people", FactStatements.FindPeople);
            staging.Materialize("fact_owners", FactStatements.MatchPeople);
            exchange.ShowLedger("asked_orders", FactStatements.AskOrders);
            exchange.ShowStaging("known_orders", FactStatements.FindOrders);
            exchange.ShowLedger("asked_facts", FactStatements.ListIds);
            exchange.ShowStaging("known_facts", FactStatements.FindKnown);
            staging.Materialize("incoming_facts", FactStatements.Compare);
            exchange.ShowLedger("updated_facts", FactStatements.FindUpdated);
        }

        public async Task WriteAsync(
            Exchange exchange, ImportReport report, bool isFirst, IProgress<string>? progress,
            CancellationToken cancellationToken)
        {
            var ledger = exchange.Ledger;
            var indexes = isFirst ? EmptyLedger.SetIndexesAside(ledger.Connection, s_filled) : null;
            ledger.Execute(FactStatements.Retire);
            foreach (var (table, rows) in FactStatements.Added)
            {
                exchange.Insert(table, rows, ("import_number", report.ImportNumber));
                indexes?.PutBack(table);
            }

            foreach (var statement in ImportStatements.Customers)
                await ledger.Connection.ExecuteAsync(
                    statement, new { import_number = report.ImportNumber }, cancellationToken);
            indexes?.PutBack("customers");
            ledger.Filled("customers");
            if (kind == FactFileKind.ProductCosts && !isFirst)
            {
                await TouchedCustomers.PrepareAsync(ledger.Connection);
                ProductCosts.DeriveAgain(ledger);
                RefundMatches.DeriveTouched(ledger);
                PurchaseDays.DeriveTouched(ledger);
            }
        }
    }
}
