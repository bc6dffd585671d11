namespace Mainstay.Ledger.Refunds;

/// <summary>
/// A dated refund before it is matched. Ids are whatever the relations hold: UUIDs in a ledger, text or numbers in a
/// one-shot analysis.
/// </summary>
/// <param name="RefundId">Names the refund, and decides between refunds of one day.</param>
/// <param name="CustomerId">Its customer; null when nobody is known.</param>
/// <param name="OrderId">The order the file names, which may be unknown to us; null when it names none.</param>
/// <param name="Sku">Article returned, where known.</param>
/// <param name="Day">Business day of the refund.</param>
/// <param name="Amount">Money given back, positive.</param>
/// <param name="CostReturned">Cost of what came back into stock; null when not stated.</param>
public sealed record RefundFact(
    object RefundId, object? CustomerId, object? OrderId, string? Sku, DateOnly Day, decimal Amount, decimal? CostReturned);
