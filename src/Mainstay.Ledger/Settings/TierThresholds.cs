namespace Mainstay.Ledger.Settings;

/// <summary>Smallest margins to date that still belong to a tier, in the business's currency.</summary>
public sealed record TierThresholds(decimal Gold, decimal Strong, decimal Steady);
