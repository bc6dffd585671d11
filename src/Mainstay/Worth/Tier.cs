namespace Mainstay.Worth;

/// <summary>Profit tiers, by margin to date.</summary>
public static class Tier
{
    public const string Gold = "gold";
    public const string Strong = "strong";
    public const string Steady = "steady";
    public const string Thin = "thin";
    public const string Losing = "losing";

    /// <summary>Customers below which there are no tiers: show individuals instead.</summary>
    public const int FewestCustomers = 20;

    /// <summary>Every tier, in the order of every list.</summary>
    public static IReadOnlyList<string> All { get; } = [Gold, Strong, Steady, Thin, Losing];
}
