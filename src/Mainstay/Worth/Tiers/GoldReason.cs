namespace Mainstay.Worth.Tiers;

/// <summary>One thing that sets a gold customer apart.</summary>
/// <param name="What">purchase_days, spend_per_day, margin_rate or service_rate (cost to serve over revenue).</param>
/// <param name="Value">Theirs.</param>
/// <param name="Median">Of customers with a purchase day.</param>
public sealed record GoldReason(string What, double Value, double Median);
