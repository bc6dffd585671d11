using Mainstay.Worth.Costing;

namespace Mainstay.Tests.Worth.Costing;

/// <summary>Time-driven activity-based costing, against published figures and by hand.</summary>
public class CostsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Kaplan & Anderson, Time-Driven Activity-Based Costing, HBR November 2004 (domain.md §3).
    [Fact]
    public async Task The_classic_customer_service_department_comes_out_as_published()
    {
        using var ledger = Classic();
        var costs = await ledger.Reports.CostsAsync(ledger.Settings, new(2024, 3, 31), Token);

        var pool = Assert.Single(costs.Pools);
        Assert.Equal(0.80m, pool.RatePerMinute);
        Assert.Equal(560_000, pool.Cost);
        Assert.Equal((700_000m, 578_600m, 121_400m), (pool.CapacityMinutes, pool.UsedMinutes, pool.UnusedMinutes));
        Assert.Equal(97_120, pool.UnusedCost);
        Assert.Equal(0.82657, pool.UsedShare, 5e-6);
        Assert.Equal(
            [("order", 8m, 6.40m, 49_000m, 313_600m), ("credit check", 50m, 40m, 2_500m, 100_000m),
             ("inquiry", 44m, 35.20m, 1_400m, 49_280m)],
            costs.Activities.Select(one => (one.Name, one.UnitMinutes!.Value, one.UnitCost!.Value, one.Quantity, one.Cost)));
        Assert.Equal((462_880m, 0m, 462_880m, 0m),
            (costs.Reconciliation.LedgerTotal, costs.Reconciliation.CustomerTotal, costs.Reconciliation.UnassignedTotal,
             costs.Reconciliation.Difference));
    }

    // The working paper's variant (domain.md §3): fewer units of five times the minutes, the same totals.
    [Fact]
    public async Task The_working_papers_variant_has_the_same_totals()
    {
        using var ledger = new FactLedger();
        ledger.Fact("pool", name: "service", amount: 560_000, quantity: 700_000);
        foreach (var (name, minutes, quantity) in new[] { ("order", 40, 9_800), ("inquiry", 220, 280), ("credit check", 250, 500) })
            ledger.Fact("activity_time", name: name, channel: "service", minutes: minutes)
                  .Fact("activity", name: name, quantity: quantity);
        var costs = await ledger.Reports.CostsAsync(ledger.Settings, new(2024, 3, 31), Token);
        Assert.Equal([32m, 200m, 176m], costs.Activities.Select(one => one.UnitCost!.Value));
        Assert.Equal(97_120, costs.Pools[0].UnusedCost);
        Assert.Equal(462_880, costs.Activities.Sum(one => one.Cost));
    }

    [Fact]
    public async Task Use_above_capacity_is_shown_and_not_capped()
    {
        using var ledger = new FactLedger();
        ledger.Fact("pool", name: "desk", amount: 100, quantity: 100)
              .Fact("activity_time", name: "call", channel: "desk", minutes: 60)
              .Fact("activity", "a", "2024-02-01", name: "call", quantity: 2);
        var pool = (await ledger.Reports.CostsAsync(ledger.Settings, new(2024, 3, 31), Token)).Pools[0];
        Assert.Equal((120m, -20m, -20m, true), (pool.UsedMinutes, pool.UnusedMinutes, pool.UnusedCost, pool.OverUsed));
    }

    // Negative minutes are forbidden (domain.md §3): such a row is listed, not served for nothing.
    [Fact]
    public async Task What_states_its_own_cost_takes_no_minutes_of_the_pool_and_unused_cost_is_rate_times_unused_minutes()
    {
        using var ledger = new FactLedger();
        ledger.Fact("pool", name: "S", amount: 1_000, quantity: 1_000)
              .Fact("activity_time", name: "support", channel: "S", minutes: 10)
              .Fact("activity", "c1", "2025-01-05", name: "support", quantity: 1, amount: 5)
              .Fact("activity", "c1", "2025-01-05", name: "support", quantity: 1, minutes: 20)
              .Fact("activity", "c1", "2025-01-05", name: "support", quantity: 1, minutes: 7, amount: 2);
        var pool = Assert.Single((await ledger.Reports.CostsAsync(ledger.Settings, null, Token)).Pools);
        Assert.Equal((20m, 980m, 980m, 1m), (pool.UsedMinutes, pool.UnusedMinutes, pool.UnusedCost, pool.RatePerMinute));
        var support = Assert.Single((await ledger.Reports.CostsAsync(ledger.Settings, null, Token)).Activities);
        Assert.Equal((27m, 9m), (support.Cost, support.UnitCost));     // the mean, where some state their own
    }

    [Fact]
    public async Task Minutes_of_any_size_are_priced()
    {
        using var ledger = new FactLedger { Settings = new() { Currency = "IDR" } };
        ledger.Fact("pool", name: "S", amount: 8_400_000_000, quantity: 700_000)
              .Fact("activity_time", name: "inquiry", channel: "S", minutes: 44)
              .Fact("activity", "c1", "2025-01-05", name: "inquiry", quantity: 1, minutes: 90)
              .Fact("activity", "c1", "2025-01-06", name: "inquiry", quantity: 2_000_000);
        var costs = await ledger.Reports.CostsAsync(ledger.Settings, null, Token);
        Assert.Equal((90 * 12_000m) + (88_000_000m * 12_000), Assert.Single(costs.Activities).Cost);
    }

    [Fact]
    public async Task Given_minutes_rest_on_the_rate_alone_and_a_stated_cost_takes_none_of_our_minutes()
    {
        using var ledger = new FactLedger();
        ledger.Fact("pool", name: "S", amount: 1_000, quantity: 1_000)
              .Fact("activity_time", name: "support", channel: "S", minutes: 10, mark: "estimated")
              .Fact("activity", "c1", "2025-01-05", name: "support", quantity: 1, minutes: 33);
        var metered = await ledger.Reports.CostsAsync(ledger.Settings, null, Token);
        Assert.Equal(("measured", 0m), (Assert.Single(metered.Activities).Mark, metered.Sensitivity.EstimatedCost));

        ledger.Fact("activity", "c1", "2025-01-06", name: "support", quantity: 1)
              .Fact("activity", "c1", "2025-01-06", name: "visit", quantity: 3, amount: 8);
        var mixed = await ledger.Reports.CostsAsync(ledger.Settings, null, Token);
        Assert.Equal(10m, mixed.Sensitivity.EstimatedCost);
        Assert.Equal("estimated", mixed.Activities.Single(one => one.Name == "support").Mark);
        Assert.Equal(0m, mixed.Activities.Single(one => one.Name == "visit").Minutes);
    }

    [Fact]
    public async Task An_equation_below_zero_is_listed_as_missing()
    {
        using var ledger = new FactLedger();
        ledger.Fact("pool", name: "desk", amount: 100, quantity: 100)
              .Fact("activity_time", name: "packaging", channel: "desk", detail: "0.5 - 2*air")
              .Fact("activity", "a", "2024-02-01", name: "packaging", quantity: 1)
              .Fact("activity", "a", "2024-02-02", name: "packaging", detail: "air=1", quantity: 3);
        var costs = await ledger.Reports.CostsAsync(ledger.Settings, new(2024, 3, 31), Token);
        Assert.Equal(0.5m, costs.Reconciliation.LedgerTotal);
        Assert.Equal(
            ["packaging: 3 have no cost: no unit time is known for them, or their time equation comes out below zero."],
            costs.Notes);
    }

    // domain.md §3: packaging = 0.5 + 6.5·special + 0.2·air; standard .5, special by air 7.2.
    [Fact]
    public async Task A_time_equation_prices_each_row_by_its_drivers()
    {
        using var ledger = new FactLedger();
        ledger.Fact("pool", name: "packing", amount: 1_000, quantity: 1_000)
              .Fact("activity_time", name: "packaging", channel: "packing", detail: "0.5 + 6.5*special + 0.2*air")
              .Fact("activity", "a", "2024-02-01", name: "packaging", quantity: 10, detail: "")
              .Fact("activity", "b", "2024-02-01", name: "packaging", quantity: 1, detail: "air=1 special=1");
        var costs = await ledger.Reports.CostsAsync(ledger.Settings, new(2024, 3, 31), Token);
        Assert.Equal(5m + 7.2m, costs.Pools[0].UsedMinutes);
        Assert.Equal(12.2m, costs.Activities[0].Cost);
    }

    [Fact]
    public async Task A_pool_rate_holds_for_its_period_and_stands_in_as_an_estimate_after_it()
    {
        using var ledger = new FactLedger();
        ledger.Fact("pool", name: "desk", day: "2024-01-01", until: "2024-03-31", amount: 100, quantity: 100)
              .Fact("pool", name: "desk", day: "2024-04-01", until: "2024-06-30", amount: 300, quantity: 100)
              .Fact("activity_time", name: "call", channel: "desk", minutes: 10)
              .Fact("activity", "a", "2024-02-01", name: "call", quantity: 1)
              .Fact("activity", "a", "2024-05-01", name: "call", quantity: 1)
              .Fact("activity", "a", "2024-08-01", name: "call", quantity: 1);
        var costs = await ledger.Reports.CostsAsync(ledger.Settings, new(2024, 9, 30), Token);
        Assert.Equal(10m + 30m + 30m, costs.Activities[0].Cost);
        Assert.Equal([10m, 10m], costs.Pools.Select(pool => pool.UsedMinutes));
        Assert.Equal(CostMark.Estimated, costs.Activities[0].Mark);
        Assert.Equal(30m, costs.Sensitivity.EstimatedCost);
        Assert.Equal((62.5m, 77.5m), (costs.Sensitivity.Low, costs.Sensitivity.High));
    }

    [Fact]
    public async Task Capacity_of_a_running_period_is_pro_rated_and_its_rate_is_not()
    {
        using var ledger = new FactLedger();
        ledger.Fact("pool", name: "desk", day: "2024-04-01", until: "2024-04-30", amount: 300, quantity: 600)
              .Fact("activity_time", name: "call", channel: "desk", minutes: 10)
              .Fact("activity", "a", "2024-04-02", name: "call", quantity: 1);
        var pool = (await ledger.Reports.CostsAsync(ledger.Settings, new(2024, 4, 10), Token)).Pools[0];
        Assert.Equal((100m, 200m, 0.5m, 95m), (pool.Cost, pool.CapacityMinutes, pool.RatePerMinute, pool.UnusedCost));
    }

    [Fact]
    public async Task Without_anything_measured_the_rate_card_prices_and_says_so()
    {
        using var ledger = new FactLedger();
        ledger.Fact("activity", "a", "2024-02-01", name: "support call", quantity: 3);
        var ours = (await ledger.Reports.CostsAsync(ledger.Settings, new(2024, 3, 31), Token)).Activities[0];
        Assert.Equal((15m, CostMark.Default, "support"), (ours.Cost, ours.Mark, ours.Category));

        ledger.Settings = ledger.Settings with { CostPerMinute = 2 };
        var declared = (await ledger.Reports.CostsAsync(ledger.Settings, new(2024, 3, 31), Token)).Activities[0];
        Assert.Equal((60m, CostMark.Default), (declared.Cost, declared.Mark));

        ledger.Fact("rate", name: "support call", amount: 7, mark: "estimated");
        var rated = (await ledger.Reports.CostsAsync(ledger.Settings, new(2024, 3, 31), Token)).Activities[0];
        Assert.Equal((21m, CostMark.Estimated), (rated.Cost, rated.Mark));
    }

    [Fact]
    public async Task In_a_currency_without_a_sensible_default_the_activity_is_listed_unpriced()
    {
        using var ledger = new FactLedger { Settings = new() { Currency = "JPY" } };
        ledger.Fact("activity", "a", "2024-02-01", name: "call", quantity: 3);
        var costs = await ledger.Reports.CostsAsync(ledger.Settings, new(2024, 3, 31), Token);
        Assert.Equal(0, costs.Activities[0].Cost);
        Assert.Contains(costs.Notes, note => note.StartsWith("call: 3 have no cost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rate_for_orders_counts_them_where_nobody_records_them()
    {
        using var ledger = new FactLedger();
        ledger.Order("a", "2024-01-05", 10).Order("a", "2024-01-05", 10).Order("b", "2024-01-06", 10).Order(null, "2024-01-07", 10)
              .Fact("rate", name: "order", amount: 2.5m);
        ledger.Derive();
        var costs = await ledger.Reports.CostsAsync(ledger.Settings, new(2024, 3, 31), Token);
        Assert.Equal((4m, 10m, 7.5m), (costs.Activities[0].Quantity, costs.Activities[0].Cost, costs.Activities[0].CustomerCost));
    }

    [Fact]
    public async Task Waiting_for_money_costs_the_capital_rate_from_due_to_paid_or_as_of()
    {
        using var ledger = new FactLedger { Settings = new() { Currency = "USD", CapitalRate = 0.3652500m } };
        ledger.Fact("payment", "a", "2024-01-01", "2024-01-11", amount: 1_000)       // ten days late
              .Fact("payment", "b", "2024-03-01", amount: 1_000)                      // open for thirty
              .Fact("payment", "c", "2024-03-01", "2024-02-01", amount: 1_000);       // paid early
        var total = (await ledger.Reports.CostsAsync(ledger.Settings, new(2024, 3, 31), Token)).Reconciliation;
        Assert.Equal(10m + 30m, total.CustomerTotal);
    }

    internal static FactLedger Classic()
    {
        var ledger = new FactLedger();
        ledger.Fact("pool", name: "customer service", amount: 560_000, quantity: 700_000);
        foreach (var (name, minutes, quantity) in new[] { ("order", 8, 49_000), ("inquiry", 44, 1_400), ("credit check", 50, 2_500) })
            ledger.Fact("activity_time", name: name, channel: "customer service", minutes: minutes)
                  .Fact("activity", name: name, quantity: quantity);
        return ledger;
    }
}
