using Mainstay.Worth.Costing;
using Mainstay.Worth.Ladder;
using Mainstay.Worth.Lifetime;
using Mainstay.Worth.Losing;
using Mainstay.Worth.Tiers;
using static Mainstay.Web.Worth.WorthCsv;

namespace Mainstay.Web.Worth;

/// <summary>The answers of worth as tables: raw numbers under the names of their JSON.</summary>
internal static class WorthTables
{
    private static readonly string[] s_causes =
    [
        "returns", "rework", "support", "discounts", "slow_payment", "small_orders", "special_delivery", "negotiation",
        "payment_fees", "delivery", "other_service", "marketing", "below_cost",
    ];

    public static string[] TierColumns { get; } =
    [
        "tier", "customers", "share_of_customers", "profit", "share_of_profit", "cumulative_share_of_profit",
        "profit_index", "lowest_margin", "probability", "held",
    ];

    public static string[] ActivityColumns { get; } =
    [
        "activity", "pool", "category", "unit_minutes", "equation", "unit_cost", "quantity", "minutes", "cost",
        "customer_cost", "mark",
    ];

    public static string[] PoolColumns { get; } =
    [
        "pool", "from", "until", "cost", "capacity_minutes", "used_minutes", "unused_minutes", "unused_cost",
        "rate_per_minute", "used_share", "avoidable_share", "step_minutes", "mark",
    ];

    public static string[] LoserColumns { get; } =
    [
        "customer", "name", "net_revenue", "contribution", "avoidable_contribution", .. s_causes, "other",
        "break_even_multiplier", "break_even_reason", "smallest_change", "smallest_change_fraction", "minutes",
        "taken_from_gold", "exception", "exception_owner", "exception_review_on",
    ];

    public static string[] ClvColumns { get; } =
    [
        "customer", "name", "margin_to_date", "residual_value", "low", "high", "acquisition_cost",
        "own_lifetime_value", "referral_value", "lifetime_value", "investment_ceiling", "value_at_acquisition", "mark",
    ];

    public static string[] LadderColumns { get; } = ["customer", .. LadderStep.All];

    public static string[] WhatIfColumns { get; } =
    [
        "action", "customers", "excepted", "contribution", "avoidable_contribution", "change", "change_if_all_stay",
        "change_low", "change_high", "leave_probability", "break_even_leave_probability", "break_even_reason",
        "released_minutes", "released_steps", "released_saved", "idle_minutes", "fixed_cost", "customers_left",
        "fixed_cost_per_customer", "next_to_lose",
    ];

    public static IEnumerable<string[]> Of(TiersDocument tiers) => tiers.Tiers.Select(tier => (string[])
    [
        tier.Name, Cell(tier.Customers), Cell(tier.ShareOfCustomers), Cell(tier.Profit), Cell(tier.ShareOfProfit),
        Cell(tier.CumulativeShareOfProfit), Cell(tier.ProfitIndex), Cell(tier.LowestMargin), Cell(tier.Probability),
        Cell(tier.Held),
    ]);

    public static IEnumerable<string[]> Of(CostsDocument costs) => costs.Activities.Select(one => (string[])
    [
        one.Name, one.Pool ?? "", one.Category, Cell(one.UnitMinutes), one.Equation ?? "", Cell(one.UnitCost),
        Cell(one.Quantity), Cell(one.Minutes), Cell(one.Cost), Cell(one.CustomerCost), one.Mark,
    ]);

    public static IEnumerable<string[]> Pools(CostsDocument costs) => costs.Pools.Select(pool => (string[])
    [
        pool.Name, Cell(pool.From), Cell(pool.Until), Cell(pool.Cost), Cell(pool.CapacityMinutes),
        Cell(pool.UsedMinutes), Cell(pool.UnusedMinutes), Cell(pool.UnusedCost), Cell(pool.RatePerMinute),
        Cell(pool.UsedShare), Cell(pool.AvoidableShare), Cell(pool.StepMinutes), pool.Mark,
    ]);

    public static IEnumerable<string[]> Of(LosersDocument losers) => losers.Customers.Select(one => (string[])
    [
        one.Customer, one.Name ?? "", Cell(one.NetRevenue), Cell(one.Contribution), Cell(one.AvoidableContribution),
        .. s_causes.Select(cause => Sum(one, found => found == cause)),
        Sum(one, found => !s_causes.Contains(found)),
        Cell(one.BreakEvenMultiplier), one.BreakEvenReason ?? "", one.SmallestChange?.Change ?? "",
        Cell(one.SmallestChange?.Fraction), Cell(one.Minutes), Cell(one.TakenFromGold),
        one.Exception?.Reason ?? "", one.Exception?.Owner ?? "", Cell(one.Exception?.ReviewOn),
    ]);

    public static IEnumerable<string[]> Of(ClvDocument clv) => clv.Customers.Select(one => (string[])
    [
        one.Customer, one.Name ?? "", Cell(one.MarginToDate), Cell(one.ResidualValue), Cell(one.Low), Cell(one.High),
        Cell(one.AcquisitionCost), Cell(one.OwnLifetimeValue), Cell(one.ReferralValue), Cell(one.LifetimeValue),
        Cell(one.InvestmentCeiling), Cell(one.ValueAtAcquisition), one.Mark,
    ]);

    public static string[] Of(WhatIfDocument answer) =>
    [
        answer.Action, Cell(answer.Customers), Cell(answer.Excepted), Cell(answer.Contribution),
        Cell(answer.AvoidableContribution), Cell(answer.Change), Cell(answer.ChangeIfAllStay), Cell(answer.ChangeLow),
        Cell(answer.ChangeHigh), Cell(answer.LeaveProbability), Cell(answer.BreakEvenLeaveProbability),
        answer.BreakEvenReason ?? "", Cell(answer.Capacity.Minutes), Cell(answer.Capacity.Steps),
        Cell(answer.Capacity.Saved), Cell(answer.Capacity.IdleMinutes), Cell(answer.Trap.FixedCost),
        Cell(answer.Trap.CustomersLeft), Cell(answer.Trap.PerCustomer), Cell(answer.Trap.NextToLose),
    ];

    /// <summary>Each customer, and last, without a key, what is nobody's: they sum to the company.</summary>
    public static IEnumerable<string[]> Of(LadderDocument ladder) =>
    [
        .. (ladder.ByCustomer ?? []).Select(one => (string[])
        [
            one.Customer, Cell(one.NetRevenue), Cell(one.ProductMargin), Cell(one.AfterFeesAndDelivery),
            Cell(one.AfterReturns), Cell(one.AfterCostToServe), Cell(one.AfterMarketing),
        ]),
        ["", .. LadderStep.All.Select(step => Cell(ladder.Unassigned.GetValueOrDefault(step)))],
    ];

    private static string Sum(LosingCustomer one, Func<string, bool> which)
    {
        var found = one.Causes.Where(cause => which(cause.Cause)).ToList();
        return found.Count == 0 ? "" : Cell(found.Sum(cause => cause.Amount));
    }
}
