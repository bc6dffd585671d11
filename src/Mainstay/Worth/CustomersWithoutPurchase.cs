namespace Mainstay.Worth;

/// <summary>
/// Customers who once ordered but have no purchase day: every order refunded in full. They are in company totals, not
/// in tiers.
/// </summary>
/// <param name="Customers">How many.</param>
/// <param name="NetRevenue">Their net revenue.</param>
/// <param name="MarginToDate">Their margin, usually a loss: goods that did not come back.</param>
public sealed record CustomersWithoutPurchase(long Customers, decimal NetRevenue, decimal MarginToDate);
