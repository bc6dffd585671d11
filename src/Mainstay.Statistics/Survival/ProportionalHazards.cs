namespace Mainstay.Statistics.Survival;

/// <summary>
/// Whether coefficients drift with time, which Cox's model assumes they do not: the score test of β + γ·g(t) against
/// β. A small p says that the covariate's effect changes. [Grambsch &amp; Therneau, Biometrika 81:515–526, 1994]
/// </summary>
/// <param name="ByCovariate">One test each, the other coefficients held steady.</param>
/// <param name="Overall">All together.</param>
public sealed record ProportionalHazards(
    IReadOnlyDictionary<string, ChiSquaredTest> ByCovariate, ChiSquaredTest Overall);
