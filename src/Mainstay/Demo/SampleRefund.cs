namespace Mainstay.Demo;

/// <summary>Money given back for one order line; money in pence.</summary>
/// <param name="Line">The line it is for.</param>
/// <param name="Quantity">Pieces returned; null for goodwill without a return.</param>
/// <param name="Amount">Given back, positive.</param>
/// <param name="CostReturned">Goods that can be sold again, at cost; null when nothing came back.</param>
/// <param name="Unlinked">True when the shop did not note the order it belongs to.</param>
internal sealed record SampleRefund(SampleLine Line, int? Quantity, long Amount, long? CostReturned, bool Unlinked);
