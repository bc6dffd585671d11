namespace Mainstay.Tests.Worth.Ladder;

/// <summary>From revenue to what is left: each step by hand, and customers against the company.</summary>
public class LadderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_step_takes_off_what_its_name_says()
    {
        using var ledger = new FactLedger { Settings = new() { Currency = "EUR", MarginRate = 0.5m, MarginRateDeclared = true } };
        ledger.Order("a", "2024-01-05", 100, cost: 60).Order("b", "2024-01-06", 40).Order(null, "2024-01-07", 10, cost: 4)
              .Fact("order_cost", "a", "2024-01-05", name: "payment_fee", amount: 3)
              .Fact("order_cost", "a", "2024-01-05", name: "delivery", amount: 5)
              .Fact("rate", name: "return handling", amount: 7)
              .Fact("activity", "b", "2024-01-20", name: "return handling", quantity: 1)
              .Fact("activity", "b", "2024-01-21", name: "support call", quantity: 2, amount: 30)
              .Fact("activity", null, "2024-01-22", name: "support call", quantity: 1, amount: 4)
              .Fact("touch", "a", "2024-02-01", channel: "mail", amount: 2);
        var snapshot = await ledger.AnalyzeAsync("2024-03-31");
        var ladder = snapshot.Document.Ladder;
        Assert.Equal(
            [150m, 40m + 20m + 6m, 66m - 8m, 58m - 7m, 51m - 34m, 17m - 2m], ladder.Steps.Select(step => step.Amount));
        Assert.Equal([10m, 6m, 6m, 6m, 2m, 2m], ladder.Unassigned.Select(step => step.Amount));
        Assert.Equal(13m, snapshot.Document.MarginToDate);
    }
}
