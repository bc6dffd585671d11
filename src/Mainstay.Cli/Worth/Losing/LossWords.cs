using Mainstay.Cli.Terminal;
using Mainstay.Worth.Losing;

namespace Mainstay.Cli.Worth.Losing;

/// <summary>Causes of a loss and what turns it, in words.</summary>
internal static class LossWords
{
    /// <summary>Every cause a loss can have, in the order of the columns of a file.</summary>
    public static IReadOnlyList<string> Causes { get; } =
    [
        "returns", "rework", "support", "discounts", "slow_payment", "small_orders", "special_delivery", "negotiation",
        "payment_fees", "delivery", "other_service", "marketing", "below_cost",
    ];

    public static string Of(string cause) => cause switch
    {
        "below_cost" => "prices below cost",
        "other_service" => "other service",
        _ => cause.Replace('_', ' '),
    };

    /// <summary><c>prices +8.0 %</c>, or <c>40.0 % fewer returns</c>.</summary>
    public static string Of(SmallestChange change, Figures figures)
    {
        var much = figures.Percent(change.Fraction);
        return change.Change switch
        {
            "reprice" => $"prices +{much}",
            "returns" or "small_orders" or "discounts" or "payment_fees" => $"{much} fewer {Of(change.Change)}",
            "below_cost" => $"prices {much} less below cost",
            "slow_payment" => $"{much} less waiting",
            _ => $"{much} less {Of(change.Change)}",
        };
    }
}
