namespace Mainstay.Worth.Tiers;

/// <summary>A gold customer and what makes them one.</summary>
/// <param name="Customer">Their key.</param>
/// <param name="Name">Their name, where known.</param>
/// <param name="Contribution">Margin to date.</param>
/// <param name="ShareOfProfit">Fraction of total profit; null when the total is not positive.</param>
/// <param name="ResidualValue">What they should still bring; null where not modelled.</param>
/// <param name="Reasons">What sets them apart, strongest first, each against the median customer.</param>
public sealed record GoldCustomer(
    string Customer, string? Name, decimal Contribution, double? ShareOfProfit, decimal? ResidualValue,
    IReadOnlyList<GoldReason> Reasons);
