using System.Data;
using System.Globalization;
using System.Text.RegularExpressions;
using Mainstay.Worth;

namespace Mainstay.Tests.Worth.Explanation;

/// <summary>Every number of an explanation follows from its children, by its own formula.</summary>
public partial class ExplanationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_node_of_every_customer_can_be_computed_from_its_children()
    {
        using var ledger = Busy();
        var snapshot = await ledger.AnalyzeAsync("2024-06-30");
        var customers = new SnapshotCustomers(ledger.Ledger);
        var formulas = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in Enumerable.Range(0, 40).Select(one => $"c{one:00}"))
        {
            var why = (await customers.ExplainAsync(snapshot, key, Token))!;
            Holds(why, formulas);
            var worth = (await customers.FindAsync(snapshot, key, Token))!;
            Assert.Equal(worth.LifetimeValue, why.Value);
            Assert.Equal(worth.MarginToDate, why.Children.Single(part => part.Name == "margin_to_date").Value);
            Assert.Equal(worth.ResidualValue, why.Children.Single(part => part.Name == "residual_value").Value);
        }

        // What was there to explain was explained: minutes by equation, rates, waiting, spend, referrals.
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "sum", "revenue - cost", "revenue * margin_rate", "-minutes * cost_per_minute", "quantity * unit_minutes",
                "2 + 3*special", "cost / capacity_minutes", "-quantity * unit_cost", "-cost", "-amount * days * waiting_rate",
                "capital_rate / 365.25", "-spend / customers_won", "-reward",
                "credit * (type_one * value + acquisition_saved) - reward",
                "residual_purchases * expected_spend * (margin_rate - service_rate)",
                "p_alive_under_model * purchases_if_alive",
                "(margin_before_service + median_revenue * company_margin_rate) / (net_revenue + median_revenue)",
                "(avoidable_service + median_revenue * company_service_rate) / (net_revenue + median_revenue)",
            },
            formulas);
    }

    [Fact]
    public async Task A_sum_with_an_unknown_part_is_unknown_and_of_who_never_bought_nothing_more_is_counted_on()
    {
        using var ledger = new FactLedger();
        ledger.Order("once", "2024-01-05", 100, cost: 70)
              .Fact("activity", "stranger", "2024-02-01", name: "visit", quantity: 1, amount: 7);
        var snapshot = await ledger.AnalyzeAsync("2024-06-30");
        var customers = new SnapshotCustomers(ledger.Ledger);

        var once = (await customers.ExplainAsync(snapshot, "once", Token))!;
        Assert.Equal((null, null), (once.Value, once.Formula));
        Assert.Equal(30m, once.Children.Single(part => part.Name == "margin_to_date").Value);
        Assert.Null((await ledger.Reports.ClvOfAsync(snapshot, "once", Token))!.LifetimeValue);

        var stranger = (await customers.ExplainAsync(snapshot, "stranger", Token))!;
        Holds(stranger, []);
        Assert.Equal((-7m, "sum"), (stranger.Value, stranger.Formula));
    }

    private static void Holds(CustomerExplanation node, HashSet<string> formulas)
    {
        if (node.Formula is { } formula)
        {
            formulas.Add(formula);
            if (formula == CustomerExplanation.Sum)
                Assert.Equal(node.Children.Sum(child => child.Value ?? 0), node.Value);
            else
                Assert.InRange((double)node.Value! - Evaluate(formula, node.Children), -0.0051, 0.0051);
        }

        foreach (var child in node.Children)
            Holds(child, formulas);
    }

    /// <summary>Arithmetic over names, by somebody else's calculator.</summary>
    private static double Evaluate(string formula, IReadOnlyList<CustomerExplanation> children)
    {
        var values = children.ToDictionary(child => child.Name, child => child.Value ?? 0, StringComparer.Ordinal);
        var text = Names().Replace(formula, match =>
            "(" + ((double)values[match.Value]).ToString("F12", CultureInfo.InvariantCulture) + ")");
        using var calculator = new DataTable { Locale = CultureInfo.InvariantCulture };
        return Convert.ToDouble(calculator.Compute(text, null), CultureInfo.InvariantCulture);
    }

    internal static FactLedger Busy()
    {
        var ledger = new FactLedger { Settings = new() { Currency = "EUR", MarginRate = 0.37m, MarginRateDeclared = true } };
        for (var one = 0; one < 40; one++)
        {
            for (var again = 0; again <= one % 5; again++)
                ledger.Order(
                    $"c{one:00}", $"2024-{1 + again:00}-{1 + (one % 20):00}", 50.37m + one,
                    cost: one % 3 == 0 ? 21.333m : null, channel: one < 10 ? "ads" : "street");
            ledger.Fact("activity", $"c{one:00}", "2024-02-03", name: "support call", quantity: 1 + (one % 3))
                  .Fact("activity", $"c{one:00}", "2024-03-03", name: "packing", quantity: 1, detail: one % 2 == 0 ? "special=1" : "")
                  .Fact("activity", $"c{one:00}", "2024-03-04", name: "rework", quantity: 1, minutes: 7.5m)
                  .Fact("activity", $"c{one:00}", "2024-03-05", name: "visit", quantity: 1, amount: 9.99m)
                  .Fact("payment", $"c{one:00}", "2024-03-05", one % 2 == 0 ? "2024-04-01" : null, amount: 50)
                  .Fact("order_cost", $"c{one:00}", "2024-03-05", name: "payment_fee", amount: 0.53m)
                  .Fact("touch", $"c{one:00}", "2024-03-05", channel: "mail", amount: 0.07m);
        }

        return ledger.Fact("pool", name: "desk", amount: 1_000, quantity: 3_000)
            .Fact("activity_time", name: "packing", channel: "desk", detail: "2 + 3*special")
            .Fact("activity_time", name: "rework", channel: "desk", minutes: 10)
            .Fact("rate", name: "support call", amount: 3.21m, share: 0.5m, mark: "estimated")
            .Fact("acquisition_spend", day: "2024-01-01", channel: "ads", amount: 100, quantity: 70)
            .Fact("acquisition_spend", day: "2024-01-01", amount: 33)
            .Fact("referral", "c01", "2024-01-02", other: "c02", amount: 4)
            .Fact("referral", "c03", "2024-01-02", other: "c02", share: 0.9m);
    }

    [GeneratedRegex("[a-z_][a-z_0-9]*", RegexOptions.None, 1000)]
    private static partial Regex Names();
}
