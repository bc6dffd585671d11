namespace Mainstay.Statistics.Spend;

/// <summary>Expected mean spend as a line in the customer's own mean z̄: Intercept + Slope·z̄.</summary>
/// <param name="Intercept">In money: the population's share.</param>
/// <param name="Slope">In [0, 1): how far the customer's own mean is believed.</param>
public readonly record struct Shrinkage(double Intercept, double Slope);
