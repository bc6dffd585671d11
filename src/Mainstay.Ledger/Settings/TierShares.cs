namespace Mainstay.Ledger.Settings;

/// <summary>Cumulative shares of customers, ranked by profit, at which a tier ends.</summary>
public sealed record TierShares(decimal Gold, decimal Strong, decimal Steady);
