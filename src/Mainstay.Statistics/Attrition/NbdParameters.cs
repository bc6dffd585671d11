namespace Mainstay.Statistics.Attrition;

/// <summary>The two parameters of <see cref="Nbd"/>, positive and finite.</summary>
/// <param name="R">r: shape of the purchase rates; small means very unequal customers.</param>
/// <param name="Alpha">α: rate of the purchase rates, in periods; the mean rate is r/α per period.</param>
public readonly record struct NbdParameters(double R, double Alpha);
