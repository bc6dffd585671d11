namespace Mainstay.Statistics.Attrition;

/// <summary>What one covariate does to one parameter.</summary>
/// <param name="Covariate">Name of the covariate.</param>
/// <param name="Process">What it acts on: purchase or dropout.</param>
/// <param name="Parameter">
/// Letter of the parameter. A positive coefficient on alpha means that customers buy more often, on beta (Pareto/NBD)
/// that they leave sooner, on a (BG/NBD and its kin) that a is larger, on b that b is.
/// </param>
/// <param name="Coefficient">Change of the parameter's logarithm, but for its sign, per unit of the covariate.</param>
/// <param name="StandardError">Of the coefficient; null where the data do not determine it.</param>
/// <param name="Reference">The covariate's mean, at which the model's own parameters hold.</param>
public sealed record CovariateEffect(
    string Covariate, string Process, string Parameter, double Coefficient, double? StandardError, double Reference);
