using Mainstay.Tests.Worth;

namespace Mainstay.Tests.Lifecycle;

/// <summary>domain.md §0 and §8: stages by facts, states by P(alive) or by silence.</summary>
public class StageAndStateTests
{
    [Fact]
    public void Stages_are_the_highest_reached_and_every_stage_is_listed()
    {
        using var shop = new Shop();
        shop.Customer("visitor").Customer("contact", email: "c@example.com").Customer("signed-up", lead: true);
        shop.Order("once", "2024-01-01", 10);
        shop.Order("twice", "2024-01-01", 10);
        shop.Order("twice", "2024-01-02", 10);
        shop.Order("member", "2024-01-01", 10);
        shop.Member("member", "2024-01-15");
        shop.Order("former", "2024-01-01", 10);
        shop.Member("former", "2023-01-01", "2024-01-31");
        var document = shop.Analyze("2024-02-01");
        Assert.Equal(
            ["prospect", "lead", "first_time_buyer", "repeat_customer", "member"],
            document.Stages.Select(stage => stage.Name));
        Assert.Equal([1L, 2, 2, 1, 1], document.Stages.Select(stage => stage.Customers));
        Assert.Equal("first_time_buyer", shop.Of<string>("former", "stage"));
    }

    [Fact]
    public void A_membership_covers_its_last_day()
    {
        using var shop = new Shop();
        shop.Order("a", "2024-01-01", 10);
        shop.Member("a", "2024-01-01", "2024-01-31");
        Assert.Equal(1, shop.Analyze("2024-01-31").Stages[4].Customers);
        Assert.Equal(0, shop.Analyze("2024-02-01").Stages[4].Customers);
    }

    [Fact]
    public void A_customer_whose_first_order_comes_later_is_not_known_yet()
    {
        using var shop = new Shop();
        shop.Order("now", "2024-01-01", 10);
        shop.Order("later", "2024-03-01", 10);
        Assert.Equal(1, shop.Analyze("2024-02-01").Stages.Sum(stage => stage.Customers));
    }

    [Theory]
    [InlineData("2024-12-30", "active")]     // 364 days after the last purchase
    [InlineData("2024-12-31", "lapsed")]     // 365
    [InlineData("2025-12-31", "lost")]       // 730
    public void Without_a_model_silence_decides(string asOf, string state)
    {
        using var shop = new Shop();
        shop.Order("a", "2024-01-01", 10);
        shop.Analyze(asOf);
        Assert.Equal(state, shop.Of<string>("a", "state"));
        Assert.Equal("fixed_rule", shop.Of<string>("a", "p_alive_model"));
    }

    [Theory]
    [InlineData("2023-01-01", "2024-01-01", null, "won_back")]           // 365 days between
    [InlineData("2023-01-01", "2023-12-31", null, "active")]             // 364
    [InlineData("2022-06-01", "2023-01-01", "2024-01-01", "won_back")]
    [InlineData("2022-01-01", "2023-01-01", "2023-06-01", "active")]     // came back before, and has bought since
    public void Bought_again_after_a_lapse_is_won_back_until_the_next_purchase(
        string first, string second, string? third, string state)
    {
        using var shop = new Shop();
        shop.Order("a", first, 10);
        shop.Order("a", second, 10);
        if (third is not null)
            shop.Order("a", third, 10);
        shop.Analyze("2024-02-01");
        Assert.Equal(state, shop.Of<string>("a", "state"));
    }

    [Fact]
    public void Under_the_model_states_follow_p_alive_and_the_own_silence()
    {
        using var shop = Shop.Cdnow();
        var document = shop.Analyze("1997-09-30");
        Assert.Equal(["active", "at_risk", "lapsed", "lost", "won_back"], document.States.Select(state => state.Name));
        Assert.Equal(2357, document.States.Sum(state => state.Customers));
        Assert.Equal(0, Count(shop, "p_alive < 0.1 and state <> 'lost' or p_alive >= 0.1 and state = 'lost'"));
        Assert.Equal(0, Count(shop, "(p_alive >= 0.1 and p_alive < 0.5) <> (state = 'lapsed')"));
        Assert.Equal(0, Count(shop, "frequency = 0 and state in ('at_risk', 'won_back')"));

        // Silent beyond the .8 quantile: (α + T)/(α + t_x) > .2^(−1/(r + x)).
        var (r, alpha) = (document.Models.State.Parameters["r"], document.Models.State.Parameters["alpha"]);
        var silent = FormattableString.Invariant(
            $"({alpha} + t) / ({alpha} + recency) > power(0.2, -1 / ({r} + frequency))");
        Assert.Equal(0, Count(shop, $"state = 'at_risk' and not {silent}"));
        Assert.Equal(0, Count(shop, $"state = 'active' and frequency > 0 and {silent}"));
    }

    private static long Count(Shop shop, string condition)
    {
        using var command = shop.Connection.CreateCommand($"select count(*) from customer_worth where {condition}");
        return (long)command.ExecuteScalar()!;
    }
}
