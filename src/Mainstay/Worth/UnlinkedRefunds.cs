namespace Mainstay.Worth;

/// <summary>Refunds without a matching order.</summary>
/// <param name="Refunds">How many.</param>
/// <param name="Amount">Their amount, positive.</param>
public sealed record UnlinkedRefunds(long Refunds, decimal Amount);
