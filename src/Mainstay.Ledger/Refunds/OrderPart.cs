namespace Mainstay.Ledger.Refunds;

/// <summary>What one order sold of one article: the grain at which a refund can be set against it.</summary>
public sealed record OrderPart(object OrderId, DateOnly Day, string? Sku, decimal Revenue, DateOnly? CancelledOn);
