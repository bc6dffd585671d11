namespace Mainstay.Statistics.Attrition;

/// <summary>Customers with equal covariates.</summary>
/// <param name="Z">Their covariates, in the order of the names.</param>
/// <param name="Histories">Their histories.</param>
/// <param name="Rows">Which rows of the whole set those are.</param>
public sealed record CovariateGroup(
    IReadOnlyList<double> Z, PurchaseHistories Histories, IReadOnlyList<int> Rows);
