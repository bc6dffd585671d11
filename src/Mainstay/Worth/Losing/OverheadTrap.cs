namespace Mainstay.Worth.Losing;

/// <summary>
/// Fixed cost that stays when customers go falls on the others, and makes the next of them look like losers.
/// </summary>
/// <param name="FixedCost">What would be spread again.</param>
/// <param name="CustomersLeft">Customers it falls on.</param>
/// <param name="PerCustomer">On each of them.</param>
/// <param name="NextToLose">Customers above zero now who would fall below.</param>
public sealed record OverheadTrap(decimal FixedCost, long CustomersLeft, decimal PerCustomer, long NextToLose);
