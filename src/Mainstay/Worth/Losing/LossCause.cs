using Mainstay.Worth.Costing;

namespace Mainstay.Worth.Losing;

/// <summary>One cause of a loss.</summary>
/// <param name="Cause">
/// returns, rework, support, discounts, slow_payment, small_orders, special_delivery, negotiation, payment_fees,
/// delivery, other_service, marketing or below_cost.
/// </param>
/// <param name="Amount">What it cost, positive.</param>
public sealed record LossCause(string Cause, decimal Amount)
{
    internal const string SmallOrders = "small_orders";
    internal const string Discounts = "discounts";
    internal const string BelowCost = "below_cost";

    /// <summary>The cause that costs of a <see cref="CostCategory"/> are.</summary>
    internal static string Of(string category) => category == CostCategory.OrderHandling ? SmallOrders : category;
}
