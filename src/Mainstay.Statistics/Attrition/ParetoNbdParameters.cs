namespace Mainstay.Statistics.Attrition;

/// <summary>The four parameters of <see cref="ParetoNbd"/>, all positive and finite.</summary>
/// <param name="R">r: shape of the purchase rates; small means very unequal customers.</param>
/// <param name="Alpha">α: rate of the purchase rates, in periods; the mean rate is r/α per period.</param>
/// <param name="S">s: shape of the leaving rates; small means very unequal lifetimes.</param>
/// <param name="Beta">β: rate of the leaving rates, in periods; the mean rate is s/β per period.</param>
public readonly record struct ParetoNbdParameters(double R, double Alpha, double S, double Beta);
