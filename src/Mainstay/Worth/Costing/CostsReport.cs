using System.Globalization;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Settings;

namespace Mainstay.Worth.Costing;

/// <summary>Writes what serving customers costs from the priced facts of a session.</summary>
internal sealed class CostsReport(SqlSession sql, BusinessSettings settings, DateOnly asOf)
{
    private readonly MinorUnit _unit = MinorUnit.Of(settings.Currency);

    public CostsDocument Write()
    {
        var tables = CostTables.Build(sql, asOf, settings);
        var totals = CostTotals.Read(sql, tables, asOf);
        var document = new CostsDocument
        {
            AsOf = asOf,
            Currency = settings.Currency,
            Pools =
            [
                .. tables.Definitions.Pools.Select((pool, number) => (pool, number))
                    .Where(one => one.pool.HasBegun(asOf)).Select(one => Pool(one.pool, one.number, totals.Uses)),
            ],
            Activities = Activities(totals.Uses),
            Sensitivity = Sensitivity(totals),
            Restatements = new Restatements(sql, settings, asOf).Read(tables, totals),
            Reconciliation = Reconcile(totals),
            Notes = [.. Notes(tables, totals)],
        };
        CostTables.Drop(sql);
        return document;
    }

    private PoolUse Pool(ResourcePool pool, int number, IReadOnlyList<PriceUse> uses)
    {
        var own = uses.Where(use => use.Price.PoolNumber == number).ToList();
        var (used, passed) = (own.Sum(use => use.PricedMinutes), pool.Passed(asOf));
        var (cost, capacity) = (pool.Cost * passed, pool.CapacityMinutes * passed);
        return new()
        {
            Name = pool.Name,
            From = pool.From,
            Until = pool.Until,
            Cost = _unit.Round(cost),
            CapacityMinutes = Minutes(capacity),
            UsedMinutes = Minutes(used),
            UnusedMinutes = Minutes(capacity) - Minutes(used),
            UnusedCost = _unit.Round(cost - own.Sum(use => use.PoolCost)),
            RatePerMinute = pool.RatePerMinute,
            UsedShare = capacity > 0 ? (double)(used / capacity) : 0,
            AvoidableShare = pool.AvoidableShare,
            StepMinutes = pool.StepMinutes,
            Mark = pool.Mark,
        };
    }

    private IReadOnlyList<ActivityCost> Activities(IReadOnlyList<PriceUse> uses) =>
        [.. uses.GroupBy(use => (use.Price.Activity, use.Price.Pool)).Select(Activity)
            .OrderByDescending(activity => activity.Cost).ThenBy(activity => activity.Name, StringComparer.Ordinal)];

    private ActivityCost Activity(IGrouping<(string Name, string? Pool), PriceUse> group)
    {
        var uses = group.ToList();
        var (quantity, minutes, cost) =
            (uses.Sum(use => use.Quantity), uses.Sum(use => use.Minutes), uses.Sum(use => use.Cost));
        var latest = uses[^1].Price;
        var one = uses.TrueForAll(use => use.Price.UnitMinutes == latest.UnitMinutes) && latest.UnitMinutes is not null
            && minutes == quantity * latest.UnitMinutes;
        return new()
        {
            Name = group.Key.Name,
            Pool = group.Key.Pool,
            UnitMinutes = one ? Minutes(latest.UnitMinutes!.Value)
                : quantity > 0 && minutes > 0 ? Minutes(minutes / quantity) : null,
            Equation = latest.Equation,
            UnitCost = latest.UnitCost is { } listed && cost == quantity * listed
                ? Unit(listed)
                : quantity > 0 && cost > 0 ? Unit(cost / quantity) : null,
            Quantity = Plain(quantity),
            Minutes = Minutes(minutes),
            Cost = _unit.Round(cost),
            CustomerCost = _unit.Round(uses.Sum(use => use.CustomerCost)),
            Category = CostCategory.Of(group.Key.Name),
            Mark = uses.Select(use => use.Mark).Aggregate(CostMark.Worse),
        };
    }

    private CostSensitivity Sensitivity(CostTotals totals) => new(
        CostSensitivity.Quarter, _unit.Round(totals.Total), _unit.Round(totals.Estimated),
        _unit.Round(totals.Total - (CostSensitivity.Quarter * totals.Estimated)),
        _unit.Round(totals.Total + (CostSensitivity.Quarter * totals.Estimated)));

    private Reconciliation Reconcile(CostTotals totals)
    {
        var (customers, unassigned) = CustomerCostTotals.Read(sql);
        Reconciled.CheckCosts(totals, customers, unassigned);
        return new(
            "cost_to_serve", settings.Currency, _unit.Round(totals.Total), _unit.Round(customers.Steps.Total),
            _unit.Round(unassigned.Steps.Total), 0);
    }

    private static IEnumerable<string> Notes(CostTables tables, CostTotals totals)
    {
        foreach (var unpriced in totals.Uses.Where(use => use.Unpriced > 0).GroupBy(use => use.Price.Activity))
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{unpriced.Key}: {Plain(unpriced.Sum(use => use.Unpriced))} have no cost: ")
                + (unpriced.All(use => use.Price.CostPerMinute is null)
                    ? "neither pool, rate nor cost_per_minute prices them."
                    : "no unit time is known for them, or their time equation comes out below zero.");
        foreach (var pool in tables.Definitions.Pools.Where(pool => pool.CapacityMinutes <= 0))
            yield return $"Pool {pool.Name} has no capacity, so that no minute of it has a cost.";
        foreach (var time in tables.Definitions.Times.Where(time => time.Pool is not null
            && !tables.Definitions.Pools.Any(pool => pool.Name.Equals(time.Pool, StringComparison.OrdinalIgnoreCase))))
            yield return $"{time.Activity}: its pool {time.Pool} has no cost or capacity yet.";
    }

    private static decimal Minutes(decimal minutes) => Plain(decimal.Round(minutes, 4, MidpointRounding.AwayFromZero));

    private static decimal? Unit(decimal? cost) =>
        cost is { } value ? Plain(decimal.Round(value, 8, MidpointRounding.AwayFromZero)) : null;

    /// <summary>Without the zeros that a column's scale leaves behind.</summary>
    private static decimal Plain(decimal number) => number / 1.000000000000000000000000000m;
}
