namespace Mainstay.Worth.Tiers;

/// <summary>How many customers went from one tier to another.</summary>
/// <param name="From">A tier; null: not a customer then.</param>
/// <param name="To">A tier.</param>
/// <param name="Customers">How many.</param>
public sealed record TierMove(string? From, string To, long Customers);
