namespace Mainstay.Worth;

/// <summary>One profit tier.</summary>
/// <param name="Name">gold, strong, steady, thin or losing.</param>
/// <param name="Customers">Customers in it.</param>
/// <param name="ShareOfCustomers">Fraction of all customers.</param>
/// <param name="Profit">Their margin to date, with its sign.</param>
/// <param name="ShareOfProfit">Fraction of total profit; null when the total is not positive.</param>
public sealed record TierSummary(
    string Name, long Customers, double ShareOfCustomers, decimal Profit, double? ShareOfProfit);
