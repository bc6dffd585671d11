namespace Mainstay.Statistics.Files;

/// <summary>What one covariate does to one parameter, as a model file keeps it.</summary>
/// <param name="Name">The covariate: its column, or <c>column=value</c> for one of the values of a text.</param>
/// <param name="ComparedWith">The value of the text that it is compared with; null for a number.</param>
/// <param name="Process">What it acts on: purchase or dropout.</param>
/// <param name="Parameter">Letter of the parameter.</param>
/// <param name="Coefficient">Change of the parameter's logarithm, but for its sign, per unit of the covariate.</param>
/// <param name="StandardError">Of the coefficient; null where the data do not determine it.</param>
/// <param name="P">Probability of so large a coefficient if the covariate did nothing; null likewise.</param>
/// <param name="Reference">The covariate's mean, at which the model's own parameters hold.</param>
public sealed record FittedCovariate(
    string Name, string? ComparedWith, string Process, string Parameter, double Coefficient, double? StandardError,
    double? P, double Reference);
