using System.Data.Common;

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
            () => new AnalysisRun(new(connection, cancellationToken), request, cancellationToken).Run(),
            cancellationToken);
}
