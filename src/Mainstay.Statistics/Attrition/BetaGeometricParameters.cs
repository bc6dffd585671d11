namespace Mainstay.Statistics.Attrition;

/// <summary>The four parameters of <see cref="BgNbd"/> and <see cref="MbgNbd"/>, all positive and finite.</summary>
/// <param name="R">r: shape of the purchase rates; small means very unequal customers.</param>
/// <param name="Alpha">α: rate of the purchase rates, in periods; the mean rate is r/α per period.</param>
/// <param name="A">a: weight of leaving; the mean dropout probability is a/(a + b) at each coin.</param>
/// <param name="B">b: weight of staying.</param>
public readonly record struct BetaGeometricParameters(double R, double Alpha, double A, double B);
