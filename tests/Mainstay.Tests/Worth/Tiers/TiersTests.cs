using System.Globalization;

namespace Mainstay.Tests.Worth.Tiers;

/// <summary>Tiers: shares or thresholds, certainty, movement, what is held, gold and its reasons.</summary>
public class TiersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Five of a hundred households make 80, eleven 25 and so on: the bank of domain.md §4 in the source's own unit.
    [Fact]
    public async Task Customers_who_are_level_are_as_sure_of_their_tier_as_everybody_where_nothing_is_estimated()
    {
        using var ledger = new FactLedger();
        for (var one = 0; one < 30; one++)
            ledger.Order($"c{one:00}", "2024-01-05", 100, cost: 60);
        var tiers = await ledger.Reports.TiersAsync(await ledger.AnalyzeAsync("2024-06-30"), null, default);
        Assert.Equal([2, 3, 8, 17, 0], tiers.Tiers.Select(tier => tier.Customers));
        Assert.All(tiers.Tiers.SkipLast(1), tier => Assert.Equal(1, tier.Probability));
    }

    [Fact]
    public async Task The_banks_hundred_households_fall_into_the_published_tiers()
    {
        using var ledger = new FactLedger();
        var household = 0;
        foreach (var (households, profit) in new[] { (5, 80m), (11, 25m), (28, 16m), (28, 2m), (28, -22m) })
        {
            for (var one = 0; one < households; one++)
                ledger.Order($"h{household++:000}", "2024-01-05", 1_000, cost: 1_000 - decimal.Round(profit * 1_000 / households, 4));
        }

        var tiers = await ledger.Reports.TiersAsync(await ledger.AnalyzeAsync("2024-01-31"), null, Token);
        Assert.Equal([5, 11, 28, 28, 28], tiers.Tiers.Select(tier => (int)tier.Customers));
        Assert.Equal([80_000m, 25_000m, 16_000m, 2_000m, -22_000m], tiers.Tiers.Select(tier => decimal.Round(tier.Profit, 0)));
        Assert.Equal(1.23 / 1.01, tiers.Tiers[3].CumulativeShareOfProfit!.Value, 1e-6);
        Assert.Equal([16.00, 2.27, .571, .071, -.786], tiers.Tiers.Select(tier => Math.Round(tier.ProfitIndex!.Value * 1.01, 3)),
            new Near(.005));
        Assert.Equal(0.8115172, tiers.Whale.StobachoffIndex!.Value, 1e-5);
        Assert.Equal(0.28, tiers.Whale.ShareSubsidised!.Value, 1e-9);
        Assert.Equal(5, tiers.Gold.Count);
        Assert.Equal(0, tiers.Reconciliation.Difference);
        Assert.All(tiers.Tiers.SkipLast(1), tier => Assert.Equal(1, tier.Probability));
    }

    [Fact]
    public async Task Thresholds_take_the_place_of_shares_and_losing_stays_a_matter_of_sign()
    {
        using var ledger = new FactLedger
        {
            Settings = new() { Currency = "EUR", TierThresholds = new(100, 50, 10) },
        };
        for (var one = 0; one < 20; one++)
            ledger.Order($"c{one:00}", "2024-01-05", 200, cost: 200 - new[] { 100m, 99m, 50m, 10m, 9m, 0m, -1m }[one % 7]);
        var tiers = await ledger.Reports.TiersAsync(await ledger.AnalyzeAsync("2024-01-31"), null, Token);
        Assert.Equal([3L, 6L, 3L, 6L, 2L], tiers.Tiers.Select(tier => tier.Customers));
        Assert.Equal([100m, 50m, 10m, 0m, -1m], tiers.Tiers.Select(tier => tier.LowestMargin!.Value));
    }

    [Fact]
    public async Task Who_moved_since_a_quarter_ago_is_counted_and_certain_changes_count_at_once()
    {
        using var ledger = new FactLedger();
        for (var one = 0; one < 40; one++)
            ledger.Order($"c{one:00}", "2024-01-05", 1_000, cost: 1_000 - (40 - one));
        ledger.Order("c39", "2024-06-20", 1_000, cost: 500);                  // the last becomes the first
        var tiers = await ledger.Reports.TiersAsync(await ledger.AnalyzeAsync("2024-06-30"), null, Token);
        Assert.Equal(new DateOnly(2024, 3, 30), tiers.Movement!.From);
        Assert.Contains(tiers.Movement.Moves, move => move is { From: "thin", To: "gold", Customers: 1 });
        Assert.Equal(40, tiers.Movement.Moves.Sum(move => move.Customers));
        Assert.Equal(tiers.Tiers.Select(tier => tier.Customers), tiers.Tiers.Select(tier => tier.Held!.Value));
    }

    [Fact]
    public async Task A_change_that_rests_on_estimated_costs_waits_until_it_is_probable_or_lasts()
    {
        // c00 is just above c01 but for a support cost that is an estimate: who is gold is a toss-up.
        using var ledger = new FactLedger();
        for (var one = 0; one < 20; one++)
            ledger.Order($"c{one:00}", "2024-01-05", 1_000, cost: 1_000 - (200 - (10 * one)));
        ledger.Fact("rate", name: "call", amount: 100, mark: "estimated")
              .Order("c01", "2024-06-20", 1_000, cost: 889)
              .Fact("activity", "c01", "2024-06-21", name: "call", quantity: 1);
        var snapshot = await ledger.AnalyzeAsync("2024-06-30");
        var tiers = await ledger.Reports.TiersAsync(snapshot, null, Token);
        var gold = tiers.Tiers[0];
        Assert.Equal("c01", Assert.Single(tiers.Gold).Customer);

        // One above, give or take 25 / 1.645: Φ(1 / 15.2) = .526.
        Assert.InRange(gold.Probability!.Value, 0.48, 0.57);
        Assert.Contains(tiers.Movement!.Moves, move => move is { From: "strong", To: "gold" });
        Assert.Equal((1L, 1L), (gold.Customers, gold.Held));                    // c00 is still held to be gold
    }

    [Fact]
    public async Task Gold_customers_are_told_by_what_sets_them_apart()
    {
        using var ledger = new FactLedger();
        for (var one = 0; one < 30; one++)
            ledger.Order($"c{one:00}", "2024-01-05", 100, cost: 50);
        foreach (var day in Enumerable.Range(6, 9))
            ledger.Order("best", "2024-01-" + day.ToString("00", CultureInfo.InvariantCulture), 300, cost: 150);
        var tiers = await ledger.Reports.TiersAsync(await ledger.AnalyzeAsync("2024-01-31"), gold: 1, Token);
        var best = Assert.Single(tiers.Gold);
        Assert.Equal(("best", 1_350m), (best.Customer, best.Contribution));
        Assert.Equal([("purchase_days", 9.0, 1.0), ("spend_per_day", 300.0, 100.0)],
            best.Reasons.Select(reason => (reason.What, reason.Value, reason.Median)));
    }

    private sealed class Near(double tolerance) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= tolerance;

        public int GetHashCode(double obj) => 0;
    }
}
