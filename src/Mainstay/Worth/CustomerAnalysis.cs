using System.Data.Common;
using Mainstay.Ledger.Engines;

namespace Mainstay.Worth;

/// <summary>
/// What every customer is worth, from the current_* relations of an open connection. The rows stay in the engine; only
/// distinct histories, spends and margins cross over.
/// </summary>
public static class CustomerAnalysis
{
    /// <summary>Names of the attrition models a request may ask for.</summary>
    public static IReadOnlyList<string> Models => AttritionModels.Names;

    /// <summary>
    /// Analyses, and leaves the temporary view <c>customer_worth</c> on the connection: one row per customer of whom
    /// anything is known as of as-of.
    /// </summary>
    /// <exception cref="NothingToAnalyzeException">There is no order line, and the request names no as-of.</exception>
    /// <exception cref="ReconciliationException">The customers do not sum to the ledger: a bug.</exception>
    public static Task<AnalysisDocument> RunAsync(
        DbConnection connection, AnalysisRequest request, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                var sql = new SqlSession(connection, cancellationToken);
                var document = Run(sql, request, cancellationToken);
                Valuation.Drop(sql);
                return document;
            },
            cancellationToken);

    /// <summary>
    /// The same for who wants a line per customer and nothing summed up: written as they are valued, in one pass.
    /// </summary>
    /// <inheritdoc cref="RunAsync" path="/exception"/>
    public static Task<ValuedCustomers> WriteCsvAsync(
        DbConnection connection, AnalysisRequest request, Stream destination, CancellationToken cancellationToken) =>
        Task.Run(
            async () =>
            {
                var sql = new SqlSession(connection, cancellationToken);
                var found = new Valuation(sql, request, cancellationToken).Run(manyReaders: false);
                var written = await CustomerCsv.WriteAsync(
                    connection, destination, request.Settings.Currency, cancellationToken);
                Reconciled.CheckValued(found.Customers, written.Margin, written.Buyers);
                return new ValuedCustomers(found.Customers.Customers, found.Ledger.UnlinkedRefunds);
            },
            cancellationToken);

    /// <summary>Analyses, with the tables of every step left on the session.</summary>
    internal static AnalysisDocument Run(
        SqlSession sql, AnalysisRequest request, CancellationToken cancellationToken)
    {
        var found = new Valuation(sql, request, cancellationToken).Run(manyReaders: true);
        return new DocumentWriter(sql, request).Write(found);
    }
}
