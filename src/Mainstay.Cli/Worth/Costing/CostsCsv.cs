using Mainstay.Cli.Shell;
using Mainstay.Worth.Costing;

namespace Mainstay.Cli.Worth.Costing;

/// <summary>Activities, or pools, one per line.</summary>
internal static class CostsCsv
{
    private static readonly Listing<ActivityCost> s_activities = new("activities",
    [
        new("activity", row => row.Name),
        new("category", row => row.Category),
        new("pool", row => row.Pool),
        new("unit_minutes", row => row.UnitMinutes),
        new("equation", row => row.Equation),
        new("unit_cost", row => row.UnitCost),
        new("quantity", row => row.Quantity),
        new("minutes", row => row.Minutes),
        new("cost", row => row.Cost),
        new("customer_cost", row => row.CustomerCost),
        new("mark", row => row.Mark),
    ]);

    private static readonly Listing<PoolUse> s_pools = new("pools",
    [
        new("pool", row => row.Name),
        new("from", row => row.From),
        new("until", row => row.Until),
        new("cost", row => row.Cost),
        new("capacity_minutes", row => row.CapacityMinutes),
        new("used_minutes", row => row.UsedMinutes),
        new("unused_minutes", row => row.UnusedMinutes),
        new("unused_cost", row => row.UnusedCost),
        new("rate_per_minute", row => row.RatePerMinute),
        new("used_share", row => row.UsedShare),
        new("avoidable_share", row => row.AvoidableShare),
        new("step_minutes", row => row.StepMinutes),
        new("mark", row => row.Mark),
    ]);

    public static void Write(Call call, CostsDocument costs, bool pools)
    {
        if (pools)
            s_pools.Write(call, costs.Pools);
        else
            s_activities.Write(call, costs.Activities);
    }
}
