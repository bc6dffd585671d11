namespace Mainstay.Ledger.Refunds;

/// <summary>A refund, or a part of one, and the order it reduces; an unlinked one has no order.</summary>
/// <param name="Refund">The refund this is a part of.</param>
/// <param name="OrderId">The order reduced; null when unlinked.</param>
/// <param name="OrderDay">Day of that order.</param>
/// <param name="Amount">Part of the refund's amount, positive.</param>
/// <param name="CostReturned">The same part of its cost.</param>
/// <param name="MatchedBy">
/// <c>order_id</c>, <c>sku</c>, <c>amount</c>, <c>remainder</c>, <c>cancelled_order</c>; null when unlinked.
/// </param>
public sealed record RefundMatch(
    RefundFact Refund, object? OrderId, DateOnly? OrderDay, decimal Amount, decimal? CostReturned, string? MatchedBy);
