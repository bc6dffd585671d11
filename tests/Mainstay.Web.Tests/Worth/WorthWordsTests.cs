using Mainstay.Web.Shell;
using Mainstay.Web.Tests.Report;
using Mainstay.Web.Worth;
using Mainstay.Web.Worth.Costing;
using Mainstay.Web.Worth.Ladder;
using Mainstay.Web.Worth.Losing;
using Mainstay.Web.Worth.Tiers;
using Mainstay.Worth;
using Mainstay.Worth.Losing;
using Microsoft.AspNetCore.Http;
using static System.StringComparison;

namespace Mainstay.Web.Tests.Worth;

public sealed class WorthWordsTests
{
    private static readonly Format En = new("en", "EUR");

    [Theory]
    [InlineData("reprice", 0.1231, "prices 13\u00a0% up")]
    [InlineData("reprice", 0.0412, "prices 4.2\u00a0% up")]
    [InlineData("reprice", 34.2, "prices\u00a0×\u00a036")]
    [InlineData("returns", 0.62, "62\u00a0% less returns")]
    [InlineData("slow_payment", 0.995, "100\u00a0% less slow payment")]
    public void The_smallest_change_reads_as_an_instruction_never_rounded_to_too_little(
        string change, double fraction, string expected) =>
        Assert.Equal(expected, Turning.Smallest(new(change, fraction), En));

    [Fact]
    public void What_makes_gold_is_told_against_the_median_customer()
    {
        Assert.Equal("bought on 24 days, not 3", GoldWords.Of(new("purchase_days", 24, 3), En));
        Assert.Equal("takes 2.1\u00a0% of revenue to serve, not 11\u00a0%", GoldWords.Of(new("service_rate", 0.021, 0.11), En));
    }

    [Theory]
    [InlineData("?prices=25&leave=15", 0.25, 0.15)]
    [InlineData("?prices=2,5&leave=x", 0.10, 0)]
    [InlineData("?action=self_service&service=40", 0.40, 0)]
    [InlineData("?action=steal", 0.10, 0)]
    [InlineData("?prices=99999999999999999999999999999999999", 0.10, 0)]
    public void The_form_speaks_percent_and_the_question_fractions(string query, double amount, double leaving)
    {
        var question = WhatIfQuestion.Read(new QueryCollection(
            Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)));

        Assert.Equal((decimal)amount, question.Request.Amount);
        Assert.Equal((decimal)leaving, question.Request.LeaveProbability);
    }

    [Fact]
    public void A_ladder_takes_from_step_to_step_and_keeps_unused_capacity_below()
    {
        var rows = LadderRow.Of(SampleWorth.Ladder);

        Assert.Equal(672_289.85m, rows[1].Takes);
        Assert.Equal(702_310.40m, rows[1].Leaves);
        Assert.Equal(431_890.15m, rows[6].Leaves);
        Assert.Null(rows[6].Takes);
        Assert.True(rows[7] is { Below: true, Takes: 97_120m, Leaves: 334_770.15m, Unassigned: null });
        Assert.Equal(7, LadderRow.Of(SampleWorth.Ladder with { UnusedCapacityCost = 0 }).Count);
    }

    [Theory]
    [InlineData(1200, 300, "Of EUR\u00a01,200 net revenue, EUR\u00a0300 is left: 25\u00a0%.")]
    [InlineData(1200, -80, "Of EUR\u00a01,200 net revenue, nothing is left: it cost EUR\u00a080.00 more.")]
    [InlineData(0, -80, "Nothing came in, and it cost EUR\u00a080.00.")]
    [InlineData(0, 0, "EUR\u00a00 is left.")]
    public void What_is_left_is_said_in_words(int revenue, int left, string expected) =>
        Assert.Equal(expected, LadderRow.Sentence(revenue, left, "net revenue", En));

    [Fact]
    public async Task The_trap_of_letting_go_stands_before_the_figures()
    {
        var body = await Rendered.BodyAsync<WhatIfResult>(Outcome(SampleWorth.LetGo, new() { Action = WhatIfAction.LetGo }));
        var trap = body.QuerySelector(".trap")!;

        Assert.Contains("EUR\u00a047,513 would fall on the 3,401\u00a0other customers", trap.TextContent, Ordinal);
        Assert.Contains("214 of them", trap.TextContent, Ordinal);
        Assert.NotNull(trap.NextElementSibling!.QuerySelector("table"));
        Assert.Contains("would have cost us", body.QuerySelector(".answer")!.TextContent, Ordinal);
        Assert.Contains("(EUR\u00a04,801 to EUR\u00a014,100", body.QuerySelector(".answer")!.TextContent, Ordinal);
    }

    [Fact]
    public async Task A_change_says_how_many_may_leave_and_that_time_is_freed_in_whole_steps()
    {
        var body = await Rendered.BodyAsync<WhatIfResult>(Outcome(SampleWorth.Reprice, new() { PricesUp = 12 }));

        Assert.Null(body.QuerySelector(".trap"));
        Assert.Contains("Prices 12\u00a0% higher for 598\u00a0customers would have brought us", body.TextContent, Ordinal);
        Assert.Contains("fewer than 70\u00a0% of them leave", body.TextContent, Ordinal);
        Assert.Contains("6,016 minutes free, in no pool and period a whole step of capacity", body.TextContent, Ordinal);

        var without = await Rendered.BodyAsync<WhatIfResult>(Outcome(
            SampleWorth.Reprice with { Capacity = new(100, Steps: 0, Saved: 80, IdleMinutes: 0) }, new() { PricesUp = 12 }));
        Assert.Contains("100 minutes free, which saves EUR\u00a080.00.", without.TextContent, Ordinal);
        Assert.DoesNotContain("stay paid for", without.TextContent, Ordinal);
    }

    [Fact]
    public async Task A_change_about_nobody_says_why()
    {
        var body = await Rendered.BodyAsync<WhatIfResult>(
            Outcome(SampleWorth.Reprice with { Customers = 0, Excepted = 13 }, new()));

        Assert.Contains("about nobody: all 13 meant are kept by an exception", body.TextContent, Ordinal);
    }

    [Fact]
    public async Task Overuse_is_shown_in_words_and_never_cut_off()
    {
        var body = await Rendered.BodyAsync<PoolTable>(new() { ["Pools"] = SampleWorth.Costs.Pools });
        var over = body.QuerySelectorAll("tbody tr")[1];

        Assert.Contains("113\u00a0%, 13,300 min over", over.TextContent, Ordinal);
        Assert.NotNull(over.QuerySelector(".meter[data-over]"));
        Assert.Contains("−5,320.00", over.TextContent, Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_markup_or_a_formula_is_only_text()
    {
        var hostile = SampleWorth.Losers with
        {
            Customers = [SampleWorth.Losers.Customers[0] with { Customer = "<b>&", Name = "<script>alert(1)</script>" }],
        };
        var body = await Rendered.BodyAsync<LosersOverview>(new() { ["Losers"] = hostile, ["Customers"] = 4012L });
        await using var file = new MemoryStream();
        await WorthCsv.WriteAsync(
            file, WorthTables.LoserColumns, WorthTables.Of(SampleWorth.Losers), TestContext.Current.CancellationToken);
        var lines = System.Text.Encoding.UTF8.GetString(file.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Empty(body.QuerySelectorAll("script"));
        Assert.Equal("/worth/what-if?customer=%3Cb%3E%26", body.QuerySelector(".actions a")!.GetAttribute("href"));
        Assert.StartsWith("'=cmd|", lines[7].TrimStart('"'), Ordinal);
        Assert.All(lines, line => Assert.Equal(WorthTables.LoserColumns.Length, line.Split(',').Length));
        Assert.Contains(",-1864.20,", lines[1], Ordinal);
    }

    [Fact]
    public async Task Nobody_losing_is_good_news_with_what_it_rests_on()
    {
        var none = SampleWorth.Losers with
        {
            Customers = [],
            CustomersTotal = 0,
            Contribution = 0,
            NeverBought = new(0, 0),
            Minutes = null,
            GoldEarnsPerMinute = null,
        };
        var body = await Rendered.BodyAsync<LosersOverview>(new() { ["Losers"] = none, ["Customers"] = 12L });

        Assert.Contains("Nobody costs us money", body.TextContent, Ordinal);
        Assert.NotNull(body.QuerySelector("a[href='/worth/costs']"));
        Assert.Null(body.QuerySelector("table"));
    }

    [Fact]
    public async Task Who_cost_money_without_ever_buying_is_said_beside_the_customers()
    {
        var others = SampleWorth.Losers with { Customers = [], CustomersTotal = 0, Contribution = 0, NeverBought = new(1, -7m) };
        var body = await Rendered.BodyAsync<LosersOverview>(new() { ["Losers"] = others, ["Customers"] = 12L });

        Assert.Contains("No customer costs us money. Somebody who never bought", body.TextContent, Ordinal);
        Assert.DoesNotContain("Nobody costs us money", body.TextContent, Ordinal);
    }

    [Fact]
    public async Task Without_models_or_tiers_the_overview_says_what_is_missing_and_why()
    {
        var body = await Rendered.BodyAsync<WorthOverview>(new()
        {
            ["Document"] = SampleAnalysis.LossMaking,
            ["Ladder"] = SampleWorth.Ladder with
            {
                Steps = SampleWorth.Steps(12_000, 3_000, 3_000, 3_000, -4_000, -4_200),
                ByPeriod = [],
                UnusedCapacityCost = 0,
            },
            ["Clv"] = SampleWorth.Clv with
            {
                Equity = new(null, null, null, 0.9, -4_200, null, 0),
                Ceilings = new() { NewCustomer = null, Prospect = null, LeadConversion = null, Recruit = null, MeanReferralValue = null, Reasons = ["no model could be fitted"] },
                Customers = [],
                CustomersTotal = 7,
            },
            ["Tiers"] = SampleWorth.Tiers with { Tiers = [], TiersReason = "under 20 customers", Gold = [], Movement = null, Whale = SampleAnalysis.LossMaking.Whale },
        });

        Assert.Contains("could not be estimated", body.QuerySelector(".answer")!.TextContent, Ordinal);
        Assert.Contains("under 20 customers", body.TextContent, Ordinal);
        Assert.Contains("Nothing is recorded for fees and delivery, returns handling", body.TextContent, Ordinal);
        Assert.DoesNotContain("Stobachoff", body.TextContent, Ordinal);
        Assert.All(body.QuerySelectorAll(".missing"), missing => Assert.NotEqual("", missing.GetAttribute("title")));
    }

    [Fact]
    public async Task Notes_and_marks_stand_in_an_explanation()
    {
        var why = new CustomerExplanation("support", -41.14m, "EUR", "minutes * cost_per_minute",
        [
            new("minutes", 96, "minutes", null, []) { Note = "time_study" },
            new("cost_per_minute", 0.4286m, "EUR", "cost / capacity_minutes", []) { Note = "pool service desk, measured" },
        ]);
        var body = await Rendered.BodyAsync<Mainstay.Web.Ledger.ExplanationTree>(new() { ["Node"] = why, ["Open"] = true });

        Assert.Contains("= minutes × cost per minute", body.TextContent, Ordinal);
        Assert.Equal("time_study", body.QuerySelector(".chip.mark")!.GetAttribute("data-mark"));
        Assert.Contains("pool service desk", body.TextContent, Ordinal);
    }

    private static Dictionary<string, object?> Outcome(WhatIfDocument outcome, WhatIfQuestion question) =>
        new() { ["Outcome"] = outcome, ["Question"] = question };
}
