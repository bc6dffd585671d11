namespace Mainstay.Worth;

/// <summary>Orders without a usable customer key.</summary>
/// <param name="Orders">How many.</param>
/// <param name="Share">Fraction of all orders.</param>
/// <param name="NetRevenue">Their net revenue.</param>
public sealed record UnassignedOrders(long Orders, double Share, decimal NetRevenue);
