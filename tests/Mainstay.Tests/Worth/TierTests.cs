using System.Globalization;

namespace Mainstay.Tests.Worth;

/// <summary>domain.md §0 and §4: tiers and the whale curve.</summary>
public class TierTests
{
    [Theory]
    [InlineData(20, new[] { 1L, 2, 6, 11 })]      // 1, 3.2, 8.8
    [InlineData(30, new[] { 2L, 3, 8, 17 })]      // 1.5 up, 4.8, 13.2
    [InlineData(50, new[] { 3L, 5, 14, 28 })]     // 2.5 up, 8, 22
    [InlineData(100, new[] { 5L, 11, 28, 56 })]
    public void Tiers_are_cut_at_shares_rounded_half_up(int customers, long[] expected)
    {
        using var shop = new Shop();
        for (var i = 1; i <= customers; i++)
            shop.Order(Key(i), "2024-01-01", i);
        var tiers = shop.Analyze("2024-02-01").Tiers;
        Assert.Equal(["gold", "strong", "steady", "thin", "losing"], tiers.Select(tier => tier.Name));
        Assert.Equal([.. expected, 0], tiers.Select(tier => tier.Customers));
        Assert.Equal("gold", shop.Of<string>(Key(customers), "tier"));
    }

    [Fact]
    public void Equal_margins_go_by_key_in_ordinal_order()
    {
        using var shop = new Shop();
        foreach (var key in Enumerable.Range(1, 19).Select(Key).Append("Z").Reverse())
            shop.Order(key, "2024-01-01", 10);
        shop.Analyze("2024-02-01");
        Assert.Equal("gold", shop.Of<string>("Z", "tier"));
        Assert.Equal("strong", shop.Of<string>(Key(1), "tier"));
        Assert.Equal("steady", shop.Of<string>(Key(3), "tier"));
        Assert.Equal("thin", shop.Of<string>(Key(19), "tier"));
    }

    [Fact]
    public void Whoever_loses_is_losing_however_many_they_are()
    {
        using var shop = new Shop();
        for (var i = 1; i <= 20; i++)
            shop.Order(Key(i), "2024-01-01", 10, cost: i == 1 ? 4 : 12);
        var document = shop.Analyze("2024-02-01");
        Assert.Equal([1L, 0, 0, 0, 19], document.Tiers.Select(tier => tier.Customers));
        Assert.Equal(-38m, document.Tiers[4].Profit);
        Assert.All(document.Tiers, tier => Assert.Null(tier.ShareOfProfit));
        Assert.Equal((null, 38m, -32m), (document.Whale.Peak, document.Whale.ImplicitLosses, document.Whale.TotalProfit));
        Assert.NotNull(document.Whale.PeakReason);
    }

    [Fact]
    public void Nineteen_customers_have_no_tiers()
    {
        using var shop = new Shop();
        for (var i = 1; i <= 19; i++)
            shop.Order(Key(i), "2024-01-01", i);
        var document = shop.Analyze("2024-02-01");
        Assert.Empty(document.Tiers);
        Assert.True(document.Quality.TooFewForTiers);
        Assert.Null(shop.Of<string>(Key(19), "tier"));
    }

    [Fact]
    public void The_bank_of_the_source_has_its_peak_at_121_78_percent()
    {
        using var shop = new Shop();
        var customer = 0;
        foreach (var (share, profit) in new[] { (5, 80m), (11, 25m), (28, 16m), (28, 2m), (28, -22m) })
        {
            for (var i = 0; i < share; i++)
                shop.Order(Key(++customer), "2024-01-01", 100, cost: decimal.Round(100 - (profit / share), 4));
        }

        var document = shop.Analyze("2024-02-01");
        Assert.Equal([5L, 11, 28, 28, 28], document.Tiers.Select(tier => tier.Customers));
        Assert.Equal([80m, 25m, 16m, 2m, -22m], document.Tiers.Select(tier => tier.Profit));
        Assert.Equal(123 / 101.0, document.Whale.Peak!.Value, tolerance: 1e-4);
        Assert.Equal(0.72, document.Whale.PeakShareOfCustomers!.Value, tolerance: 1e-12);
        Assert.Equal(22m, document.Whale.ImplicitLosses);
        Assert.Equal((0.0, 0m), (document.Whale.Points[0].ShareOfCustomers, document.Whale.Points[0].CumulativeProfit));
        Assert.Equal((1.0, 101m), (document.Whale.Points[^1].ShareOfCustomers, document.Whale.Points[^1].CumulativeProfit));
    }

    private static string Key(int i) => string.Create(CultureInfo.InvariantCulture, $"c{i:00000}");
}
