namespace Mainstay.Worth;

/// <summary>A point of the whale curve.</summary>
/// <param name="ShareOfCustomers">Fraction of customers up to here, by profit.</param>
/// <param name="CumulativeProfit">Their profit together.</param>
/// <param name="ShareOfProfit">The same as a fraction of total profit; null when the total is not positive.</param>
public sealed record WhalePoint(double ShareOfCustomers, decimal CumulativeProfit, double? ShareOfProfit);
