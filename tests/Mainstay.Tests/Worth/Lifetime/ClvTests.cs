namespace Mainstay.Tests.Worth.Lifetime;

/// <summary>Lifetime value: its parts add up, acquisition and referral are credited once.</summary>
public class ClvTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_parts_of_a_lifetime_value_add_up_and_equity_counts_own_parts_alone()
    {
        using var ledger = Shop();
        ledger.Fact("activity", "complainer", "2024-03-01", name: "visit", quantity: 1, amount: 7);   // never bought
        var clv = await ledger.Reports.ClvAsync(await ledger.AnalyzeAsync("2024-06-30"), null, Token);
        foreach (var one in clv.Customers.Where(one => one.ResidualValue is not null))
        {
            Near(one.MarginToDate + one.ResidualValue!.Value - one.AcquisitionCost, one.OwnLifetimeValue!.Value, 0.011m);
            Near(one.OwnLifetimeValue.Value + one.ReferralValue, one.LifetimeValue!.Value, 0.011m);
            Assert.InRange(one.ResidualValue.Value, one.Low ?? one.ResidualValue.Value, one.High ?? one.ResidualValue.Value);
            Assert.Equal(Math.Max(0, one.ResidualValue.Value), one.InvestmentCeiling);
        }

        Near(clv.Customers.Sum(one => one.OwnLifetimeValue!.Value), clv.Equity.Value!.Value, 0.5m);
        Assert.Equal(-7m, clv.Customers.Single(one => one.Customer == "complainer").OwnLifetimeValue);
        Assert.InRange(clv.Equity.Value.Value, clv.Equity.Low!.Value, clv.Equity.High!.Value);
        Assert.Equal(clv.Customers.Count, clv.CustomersTotal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_interval_of_equity_holds_it_where_customers_cost_money(int everyOther)
    {
        using var ledger = new FactLedger();
        for (var one = 0; one < 60; one++)
        {
            for (var again = 0; again <= one % 5; again++)
                ledger.Order(
                    $"c{one:00}", $"2024-{1 + again:00}-{1 + (one % 20):00}", 50 + one, cost: one % everyOther == 0 ? 120 : 20);
        }

        var clv = await ledger.Reports.ClvAsync(await ledger.AnalyzeAsync("2024-06-30"), null, Token);
        var (equity, residuals) = (clv.Equity, clv.Customers.Select(one => one.ResidualValue!.Value).ToList());
        Assert.InRange(residuals.Count(value => value < 0), 25 * 2 / everyOther, 60 / everyOther);
        Assert.True(equity.Low < equity.Value && equity.Value < equity.High, $"{equity.Low} {equity.Value} {equity.High}");
        Assert.InRange(equity.Low!.Value - equity.MarginToDate, clv.Customers.Sum(one => one.Low!.Value), residuals.Sum());
        Assert.All(clv.Customers, one => Assert.True(one.Low <= one.ResidualValue && one.ResidualValue <= one.High));
    }

    [Fact]
    public async Task Spend_is_laid_on_whom_it_won_with_the_leads_that_failed_and_the_rest_on_nobody()
    {
        using var ledger = Shop();
        ledger.Fact("acquisition_spend", day: "2024-01-01", channel: "Ads", amount: 300, quantity: 100)
              .Fact("acquisition_spend", day: "2024-01-01", amount: 40)
              .Fact("acquisition_spend", day: "2023-07-01", channel: "ads", amount: 55, quantity: 50);
        var clv = await ledger.Reports.ClvAsync(await ledger.AnalyzeAsync("2024-06-30"), null, Token);
        // Ten came through ads in January, thirty in other ways.
        Assert.Equal(31m, clv.Customers.Single(one => one.Customer == "c00").AcquisitionCost);
        Assert.Equal(1m, clv.Customers.Single(one => one.Customer == "c39").AcquisitionCost);
        Assert.Equal((340m, 55m), (clv.Equity.AcquisitionCost, clv.UnassignedAcquisitionCost));
        Assert.Equal(10.0 / 150, clv.Ceilings.LeadConversion!.Value, 1e-12);
        Assert.Equal((double)clv.Ceilings.NewCustomer!.Value / 15, (double)clv.Ceilings.Prospect!.Value, 0.01);
    }

    [Fact]
    public async Task What_winning_cost_is_held_against_all_flows_discounted_to_the_first_purchase()
    {
        using var ledger = Shop();
        ledger.Fact("touch", "c04", "2023-12-02", amount: 20)                        // before they bought
              .Fact("activity", "c04", "2024-05-01", name: "visit", quantity: 1, amount: 12);
        var snapshot = await ledger.AnalyzeAsync("2024-06-30");
        var one = (await ledger.Reports.ClvOfAsync(snapshot, "c04", Token))!;
        var rate = 1 + (double)ledger.Settings.DiscountRate;
        double At(double amount, int month, int day, int year = 2024) => amount * Math.Pow(
            rate, (new DateOnly(2024, 1, 5).DayNumber - new DateOnly(year, month, day).DayNumber) / 365.25);

        var margin = 54 * (double)ledger.Settings.MarginRate;
        var flows = Enumerable.Range(1, 5).Sum(month => At(margin, month, 5))
            - At(20, 12, 2, 2023) - At(12, 5, 1) + At((double)one.ResidualValue!.Value, 6, 30);
        Assert.Equal(flows, (double)one.ValueAtAcquisition!.Value, 0.011);
        Assert.True(one.ValueAtAcquisition < one.MarginToDate + one.ResidualValue.Value);
        Assert.Equal(one.ValueAtAcquisition, (await ledger.Reports.ClvAsync(snapshot, null, Token))
            .Customers.Single(other => other.Customer == "c04").ValueAtAcquisition);
    }

    [Fact]
    public async Task Referral_credit_is_shared_capped_and_in_no_total()
    {
        using var ledger = Shop();
        var before = (await ledger.Reports.ClvAsync(await ledger.AnalyzeAsync("2024-06-30"), null, Token)).Equity.Value;
        ledger.Fact("referral", "c00", "2024-01-02", other: "c01", share: 1, amount: 5)       // type one, rewarded
              .Fact("referral", "c02", "2024-01-02", other: "c03", share: 0)                   // would have come anyway
              .Fact("referral", "c04", "2024-01-02", other: "c06", share: 1)                   // two brought one
              .Fact("referral", "c05", "2024-01-03", other: "c06", share: 1)
              .Fact("referral", "c08", "2024-01-02", other: "c09", share: 1)                   // a circle
              .Fact("referral", "c09", "2024-01-03", other: "c08", share: 1);
        var clv = await ledger.Reports.ClvAsync(await ledger.AnalyzeAsync("2024-06-30"), null, Token);
        var of = clv.Customers.ToDictionary(one => one.Customer);
        decimal Value(string key) => of[key].MarginToDate + of[key].ResidualValue!.Value;

        Near(Value("c01") - 5, of["c00"].ReferralValue, 0.011m);
        Assert.Equal(5m, of["c01"].AcquisitionCost);
        Assert.Equal(0m, of["c02"].ReferralValue);
        Near(Value("c06") / 2, of["c04"].ReferralValue, 0.011m);
        Assert.Equal(of["c04"].ReferralValue, of["c05"].ReferralValue);
        Near(Value("c09"), of["c08"].ReferralValue, 0.011m);
        Assert.Equal(0m, of["c09"].ReferralValue);
        Near(before!.Value - 5, clv.Equity.Value!.Value, 0.011m);
    }

    [Fact]
    public async Task Referrals_without_a_day_make_a_chain_and_every_reward_is_a_cost()
    {
        using var ledger = Shop();
        ledger.Fact("referral", "c11", other: "c12", share: 1, amount: 1)      // bought on the 12th, 13th, 14th
              .Fact("referral", "c12", other: "c13", share: 1, amount: 2)
              .Fact("referral", "c13", other: "c11", share: 1, amount: 4);     // a circle: c11 was there first
        var clv = await ledger.Reports.ClvAsync(await ledger.AnalyzeAsync("2024-06-30"), null, Token);
        var of = clv.Customers.ToDictionary(one => one.Customer);
        Assert.Equal((1m, 2m, 4m), (of["c12"].AcquisitionCost, of["c13"].AcquisitionCost, of["c11"].AcquisitionCost));
        Assert.Equal(2, new[] { "c11", "c12", "c13" }.Count(key => of[key].ReferralValue > 0));
        Assert.Equal(clv.Ceilings.NewCustomer + clv.Ceilings.MeanReferralValue, clv.Ceilings.Recruit);
    }

    [Fact]
    public async Task Cost_to_serve_that_would_go_lowers_what_is_still_to_come()
    {
        using var ledger = Shop();
        var before = await ledger.Reports.ClvAsync(await ledger.AnalyzeAsync("2024-06-30"), null, Token);
        ledger.Fact("rate", name: "call", amount: 20, share: 1).Fact("activity", "c00", "2024-02-01", name: "call", quantity: 3);
        var after = await ledger.Reports.ClvAsync(await ledger.AnalyzeAsync("2024-06-30"), null, Token);
        Assert.True(Of(after).ResidualValue < Of(before).ResidualValue);
        Assert.Equal(Of(before).MarginToDate - 60, Of(after).MarginToDate);
        Assert.Equal("estimated", Of(after).Mark);

        static Mainstay.Worth.Lifetime.CustomerClv Of(Mainstay.Worth.Lifetime.ClvDocument clv) =>
            clv.Customers.Single(one => one.Customer == "c00");
    }

    /// <summary>Equal but for each part having been rounded to the cent by itself.</summary>
    private static void Near(decimal expected, decimal actual, decimal tolerance) =>
        Assert.InRange(actual - expected, -tolerance, tolerance);

    /// <summary>Forty customers from January on; the first ten came through ads and most came again.</summary>
    private static FactLedger Shop()
    {
        var ledger = new FactLedger { Settings = new() { Currency = "EUR", MarginRateDeclared = true } };
        for (var one = 0; one < 40; one++)
        {
            for (var again = 0; again <= one % 5; again++)
                ledger.Order(
                    $"c{one:00}", $"2024-{1 + again:00}-{1 + (one % 20):00}", 50 + one, channel: one < 10 ? "ads" : "street");
        }

        return ledger;
    }
}
