using Mainstay.Cli.Terminal;
using Mainstay.Worth.Costing;

namespace Mainstay.Cli.Worth.Costing;

/// <summary>Activities: what one takes and costs, how many there were, and what that rests on.</summary>
internal static class ActivityTable
{
    public static TextTable Of(CostsDocument costs, Figures figures)
    {
        var table = new TextTable(
            new("activity", Flexible: true), new("one costs", Right: true, Flexible: true),
            new("quantity", Right: true), new(figures.MoneyTitle("cost"), Right: true), new("mark"));
        foreach (var activity in costs.Activities)
            table.Add(
                activity.Name,
                One(activity, costs.Pools, figures),
                figures.Quantity(activity.Quantity),
                Marks.About(activity.Mark) + figures.Amount(activity.Cost),
                new Cell(Marks.Words(activity.Mark), CostMark.IsEstimate(activity.Mark) ? Ink.Plain : Ink.Muted));
        return table;
    }

    /// <summary>Unit time × rate = unit cost, where the pool has one rate that gives it; else what is known.</summary>
    private static string One(ActivityCost activity, IReadOnlyList<PoolUse> pools, Figures figures)
    {
        var minutes = activity.UnitMinutes is { } taken ? $"{figures.Quantity(taken)} min" : null;
        if (activity.UnitCost is not { } cost)
            return minutes ?? "—";
        var rates = pools.Where(pool => pool.Name == activity.Pool).Select(pool => pool.RatePerMinute).Distinct()
            .ToArray();
        return (minutes, rates) switch
        {
            (null, _) => figures.Rate(cost),
            (_, [var rate]) when figures.Rate(rate * activity.UnitMinutes!.Value) == figures.Rate(cost) =>
                $"{minutes} × {figures.Rate(rate)} = {figures.Rate(cost)}",
            _ => $"{minutes}, {figures.Rate(cost)}",
        };
    }
}
