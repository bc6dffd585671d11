namespace Mainstay.Worth;

/// <summary>What a valuation without a document has to say for itself.</summary>
/// <param name="Customers">Customers with a purchase day.</param>
/// <param name="UnlinkedRefunds">Refunds that name no order and count on no customer.</param>
public sealed record ValuedCustomers(long Customers, long UnlinkedRefunds);
