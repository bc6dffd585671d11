using Mainstay.Ledger;
using Mainstay.Worth.Losing;

namespace Mainstay.Tests.Worth.Losing;

/// <summary>Who costs money, why, and what would turn them; against the worked figures of domain.md §4 and by hand.</summary>
public class LosersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // R = 100, V = 60, S_a = 25, S_f + O = 30: reported −15, avoidable contribution +15, dropping loses 15.
    [Fact]
    public async Task Letting_go_of_the_published_customer_loses_fifteen()
    {
        using var ledger = Published();
        var snapshot = await ledger.AnalyzeAsync("2024-03-31");
        var loser = Assert.Single((await ledger.Reports.LosersAsync(snapshot, null, Token)).Customers);
        Assert.Equal(("a", -15m, 15m), (loser.Customer, loser.Contribution, loser.AvoidableContribution));
        Assert.Equal(1.15, loser.BreakEvenMultiplier!.Value, 1e-12);
        Assert.Equal(new SmallestChange("reprice", 0.15), loser.SmallestChange);

        var drop = await ledger.Reports.WhatIfAsync(snapshot, new() { Action = "let_go" }, Token);
        Assert.Equal((-15m, -15m, 15m), (drop.Change, drop.Contribution, drop.AvoidableContribution));
        Assert.Equal(30m, drop.Trap.FixedCost);
        Assert.Equal((1L, 30m, 1L), (drop.Trap.CustomersLeft, drop.Trap.PerCustomer, drop.Trap.NextToLose));
    }

    // Δ = (1 − q)·ρR − q·κ; q* = ρR / (ρR + κ).
    [Theory]
    [InlineData(0, 20)]
    [InlineData(0.5, 2.5)]
    [InlineData(1, -15)]
    public async Task Repricing_weighs_what_stays_against_what_leaves(double leave, double change)
    {
        using var ledger = Published();
        var snapshot = await ledger.AnalyzeAsync("2024-03-31");
        var raised = await ledger.Reports.WhatIfAsync(
            snapshot, new() { Action = "reprice", Amount = 0.2m, LeaveProbability = (decimal)leave }, Token);
        Assert.Equal((decimal)change, raised.Change);
        Assert.Equal(20.0 / 35, raised.BreakEvenLeaveProbability!.Value, 1e-12);
    }

    [Fact]
    public async Task Self_service_saves_capacity_in_whole_steps_only()
    {
        using var ledger = Desk();
        var snapshot = await ledger.AnalyzeAsync("2024-03-31");
        var half = await ledger.Reports.WhatIfAsync(
            snapshot, new() { Action = "self_service", Amount = 0.5m, Customers = ["a"] }, Token);
        Assert.Equal((50m, 1L, 40m, 10m),
            (half.Capacity.Minutes, half.Capacity.Steps, half.Capacity.Saved, half.Capacity.IdleMinutes));
        Assert.Equal(40m, half.Change);
        var little = await ledger.Reports.WhatIfAsync(
            snapshot, new() { Action = "self_service", Amount = 0.3m, Customers = ["a"] }, Token);
        Assert.Equal((30m, 0m, 0m), (little.Capacity.Minutes, little.Capacity.Saved, little.Change));
    }

    [Fact]
    public async Task Work_that_states_its_own_cost_goes_with_them_and_frees_no_minutes_of_a_pool()
    {
        using var ledger = Desk();
        ledger.Fact("activity", "a", "2024-01-21", name: "support", quantity: 1, amount: 17);
        var gone = await ledger.Reports.WhatIfAsync(
            await ledger.AnalyzeAsync("2024-03-31"), new() { Action = "let_go", Customers = ["a"] }, Token);
        Assert.Equal((100m, 2L, 80m), (gone.Capacity.Minutes, gone.Capacity.Steps, gone.Capacity.Saved));
        Assert.Equal(-40m + 80m + 17m, gone.Change);
    }

    [Fact]
    public async Task Who_cost_money_and_never_bought_is_counted_beside_the_losers()
    {
        using var ledger = new FactLedger();
        ledger.Order("a", "2024-01-05", 100, cost: 60)
              .Fact("activity", "stranger", "2024-02-01", name: "visit", quantity: 1, amount: 7);
        var losers = await ledger.Reports.LosersAsync(await ledger.AnalyzeAsync("2024-03-31"), null, Token);
        Assert.Empty(losers.Customers);
        Assert.Equal((0L, 0m, new LosingOthers(1, -7m)), (losers.CustomersTotal, losers.Contribution, losers.NeverBought));
    }

    [Fact]
    public async Task Two_kinds_of_work_of_one_pool_fill_its_steps_together()
    {
        using var ledger = new FactLedger();
        ledger.Order("a", "2024-01-05", 100, cost: 60).Order("b", "2024-01-05", 100, cost: 60)
              .Fact("pool", name: "desk", amount: 1_000, quantity: 1_000, minutes: 40)
              .Fact("activity_time", name: "support", channel: "desk", minutes: 10)
              .Fact("activity_time", name: "order", channel: "desk", minutes: 5)
              .Fact("activity", "a", "2024-01-20", name: "support", quantity: 3)
              .Fact("activity", "a", "2024-01-05", name: "order", quantity: 4);
        var snapshot = await ledger.AnalyzeAsync("2024-03-31");
        var gone = await ledger.Reports.WhatIfAsync(snapshot, new() { Action = "let_go", Customers = ["a"] }, Token);
        Assert.Equal((50m, 1L, 40m, 10m),
            (gone.Capacity.Minutes, gone.Capacity.Steps, gone.Capacity.Saved, gone.Capacity.IdleMinutes));
        Assert.Equal(0m, gone.Change);
    }

    // Margin 40, service 60 in 30 minutes of a pool released by forty: whoever leaves takes 40 and saves nothing.
    [Fact]
    public async Task The_break_even_of_leaving_counts_no_step_that_is_not_whole()
    {
        using var ledger = new FactLedger();
        ledger.Order("a", "2024-01-05", 100, cost: 60).Order("b", "2024-01-05", 100, cost: 60)
              .Fact("pool", name: "desk", amount: 2_000, quantity: 1_000, minutes: 40)
              .Fact("activity_time", name: "support", channel: "desk", minutes: 10)
              .Fact("activity", "a", "2024-01-20", name: "support", quantity: 3);
        var snapshot = await ledger.AnalyzeAsync("2024-03-31");
        WhatIfRequest raise = new() { Action = "reprice", Amount = 0.2m, Customers = ["a"] };
        var raised = await ledger.Reports.WhatIfAsync(snapshot, raise, Token);
        Assert.Equal((-20m, 20m), (raised.AvoidableContribution, raised.Change));
        Assert.Equal(1.0 / 3, raised.BreakEvenLeaveProbability!.Value, 1e-12);
        var even = await ledger.Reports.WhatIfAsync(snapshot, raise with { LeaveProbability = 1m / 3 }, Token);
        Assert.Equal(0m, even.Change);
    }

    [Fact]
    public async Task A_minimum_order_raises_the_small_ones()
    {
        using var ledger = new FactLedger { Settings = new() { Currency = "EUR", MarginRate = 0.5m, MarginRateDeclared = true } };
        ledger.Order("a", "2024-01-05", 10).Order("a", "2024-01-06", 40)
              .Fact("activity", "a", "2024-01-07", name: "support", quantity: 1, amount: 100);
        var snapshot = await ledger.AnalyzeAsync("2024-03-31");
        var raised = await ledger.Reports.WhatIfAsync(snapshot, new() { Action = "minimum_order", MinimumOrder = 25 }, Token);
        Assert.Equal((7.5m, 7.5m), (raised.Change, raised.ChangeIfAllStay));
    }

    [Fact]
    public async Task Causes_are_in_money_worst_first_and_exceptions_stay_on_the_curve_and_off_the_list()
    {
        using var ledger = new FactLedger();
        ledger.Order("a", "2024-01-05", 100, cost: 90, discount: 12)
              .Fact("activity", "a", "2024-01-10", name: "support call", quantity: 3, amount: 30, minutes: 30)
              .Fact("activity", "a", "2024-01-11", name: "rework", quantity: 1, amount: 20)
              .Fact("order_cost", "a", "2024-01-05", name: "payment_fee", amount: 3)
              .Fact("exception", "a", "2024-01-01", "2024-12-31", name: "prestige", channel: "Ada", detail: "reference");
        var snapshot = await ledger.AnalyzeAsync("2024-03-31");
        var loser = Assert.Single((await ledger.Reports.LosersAsync(snapshot, null, Token)).Customers);
        Assert.Equal([("support", 30m), ("rework", 20m), ("discounts", 12m), ("payment_fees", 3m)],
            loser.Causes.Select(cause => (cause.Cause, cause.Amount)));
        Assert.Equal(-43m, loser.Contribution);
        Assert.Equal(new KeptCustomer("prestige", "Ada", new(2024, 1, 1), new(2024, 12, 31), "reference"), loser.Exception);
        Assert.Equal("reprice", loser.SmallestChange!.Change);

        var drop = await ledger.Reports.WhatIfAsync(snapshot, new() { Action = "let_go" }, Token);
        Assert.Equal((0L, 1L), (drop.Customers, drop.Excepted));
        var all = await ledger.Reports.WhatIfAsync(snapshot, new() { Action = "let_go", WithExceptions = true }, Token);
        Assert.Equal((1L, 43m), (all.Customers, all.Change));
    }

    [Fact]
    public async Task Nonsense_is_refused_with_what_would_be_right()
    {
        using var ledger = Published();
        var snapshot = await ledger.AnalyzeAsync("2024-03-31");
        foreach (var (request, found) in new (WhatIfRequest, string)[]
        {
            (new() { Action = "fire" }, "fire"),
            (new() { Action = "reprice", LeaveProbability = 1.5m }, "1.5"),
            (new() { Action = "let_go", Tier = "bronze" }, "bronze"),
            (new() { Action = "let_go", Customers = ["nobody"] }, "nobody"),
            (new() { Action = "minimum_order" }, "0"),
            (new() { Action = "minimum_order", MinimumOrder = 99_999_999_999_999_999_999m }, "99999999999999999999"),
        })
        {
            var refusal = await Assert.ThrowsAsync<MistakeException>(() => ledger.Reports.WhatIfAsync(snapshot, request, Token));
            Assert.Equal(found, refusal.Found);
            Assert.NotNull(refusal.Advice);
        }
    }

    /// <summary>Two customers, and a desk given up by forty minutes; the first took a hundred.</summary>
    private static FactLedger Desk()
    {
        var ledger = new FactLedger();
        ledger.Order("a", "2024-01-05", 100, cost: 60).Order("b", "2024-01-05", 100, cost: 60)
              .Fact("pool", name: "desk", amount: 1_000, quantity: 1_000, minutes: 40)
              .Fact("activity_time", name: "support", channel: "desk", minutes: 10)
              .Fact("activity", "a", "2024-01-20", name: "support", quantity: 10);
        return ledger;
    }

    /// <summary>The customer of domain.md §4, and one who earns 10.</summary>
    private static FactLedger Published()
    {
        var ledger = new FactLedger();
        ledger.Order("a", "2024-01-05", 100, cost: 60).Order("b", "2024-01-05", 20, cost: 10)
              .Fact("rate", name: "avoidable work", amount: 25, share: 1)
              .Fact("rate", name: "fixed work", amount: 30, share: 0)
              .Fact("activity", "a", "2024-01-10", name: "avoidable work", quantity: 1)
              .Fact("activity", "a", "2024-01-10", name: "fixed work", quantity: 1);
        return ledger;
    }
}
