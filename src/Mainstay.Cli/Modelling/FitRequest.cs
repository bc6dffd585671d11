namespace Mainstay.Cli.Modelling;

/// <summary>What somebody asked to be fitted.</summary>
/// <param name="Model">A name of <see cref="ModelNames"/>, or auto.</param>
/// <param name="Covariates">Columns of covariates; none for a fit without.</param>
internal sealed record FitRequest(string Model, IReadOnlyList<string> Covariates)
{
    public bool IsAuto => Model == ModelNames.Auto;
}
