namespace Mainstay.Ledger.Identity;

/// <summary>Something that happened between the business and a customer.</summary>
/// <param name="Day">Business day.</param>
/// <param name="Kind">
/// <c>order</c>, <c>cancellation</c>, <c>refund</c>, <c>work</c>, <c>marketing</c>, <c>bill paid</c>, <c>bill due</c>,
/// <c>membership</c> or <c>import</c>.
/// </param>
/// <param name="Reference">Order number, activity, campaign, programme or file; null where there is none.</param>
/// <param name="Amount">
/// Money, in the business's currency: what came in is positive, what went back or was spent on them negative; of work
/// only a cost that a file states.
/// </param>
/// <param name="Lines">Order lines, where there are any.</param>
/// <param name="MatchedBy">For a refund, how its order was found; null when it is unlinked.</param>
public sealed record TimelineEntry(
    DateOnly Day, string Kind, string? Reference, decimal? Amount, long? Lines, string? MatchedBy);
