namespace Mainstay.Worth.Ladder;

/// <summary>The steps of the margin ladder, each what is left after what its name says.</summary>
public static class LadderStep
{
    public const string NetRevenue = "net_revenue";
    public const string ProductMargin = "product_margin";
    public const string AfterFeesAndDelivery = "after_fees_and_delivery";
    public const string AfterReturns = "after_returns";
    public const string AfterCostToServe = "after_cost_to_serve";
    public const string AfterMarketing = "after_marketing";

    /// <summary>Every step, from the top.</summary>
    public static IReadOnlyList<string> All { get; } =
        [NetRevenue, ProductMargin, AfterFeesAndDelivery, AfterReturns, AfterCostToServe, AfterMarketing];
}
