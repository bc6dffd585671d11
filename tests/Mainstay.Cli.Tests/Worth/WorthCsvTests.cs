using System.CommandLine;
using System.Text;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Worth;
using Mainstay.Cli.Worth.Costing;
using Mainstay.Cli.Worth.Ladder;
using Mainstay.Cli.Worth.Lifetime;
using Mainstay.Cli.Worth.Losing;
using Mainstay.Cli.Worth.Tiers;

namespace Mainstay.Cli.Tests.Worth;

/// <summary>One table per answer, its columns in a fixed order, no cell that a spreadsheet would run.</summary>
public sealed class WorthCsvTests
{
    [Fact]
    public void Every_cause_of_a_loss_is_a_column_and_no_key_runs_as_a_formula()
    {
        var lines = Written(call => LosersCsv.Write(call, WorthDocuments.Losers));

        Assert.Equal(
            "customer,name,net_revenue,contribution,avoidable_contribution,returns,rework,support,discounts,"
            + "slow_payment,small_orders,special_delivery,negotiation,payment_fees,delivery,other_service,marketing,"
            + "below_cost,break_even_multiplier,break_even_reason,smallest_change,smallest_change_fraction,minutes,"
            + "taken_from_gold,exception,exception_owner,exception_from,exception_review_on,exception_note", lines[0]);
        Assert.Equal(
            "c17,Harold's Chairs,500,-1400,-820,900,0,620,80,0,0,0,0,0,0,0,0,0,1.08,,returns,0.4,340,816,"
            + "prestige,Ann,2025-01-01,2026-03-01,in every brochure", lines[1]);
        Assert.StartsWith("'=1+1,,500,-3,-3,0,", lines[3], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
    }

    [Fact]
    public void Costs_are_activities_or_pools()
    {
        var activities = Written(call => CostsCsv.Write(call, WorthDocuments.Costs, pools: false));
        var pools = Written(call => CostsCsv.Write(call, WorthDocuments.Costs, pools: true));

        Assert.Equal(
            "activity,category,pool,unit_minutes,equation,unit_cost,quantity,minutes,cost,customer_cost,mark",
            activities[0]);
        Assert.Equal(
            "order,order_handling,customer service,8,,6.40,49000,392000,313600,313600,time_study", activities[1]);
        Assert.Equal(
            "pool,from,until,cost,capacity_minutes,used_minutes,unused_minutes,unused_cost,rate_per_minute,used_share,"
            + "avoidable_share,step_minutes,mark", pools[0]);
        Assert.Equal("packing,2026-01-01,2026-03-31,1800,6000,6600,-600,-180,0.30,1.1,0.5,,estimated", pools[2]);
    }

    [Fact]
    public void The_ladder_is_customers_else_periods_else_steps()
    {
        var ladder = WorthDocuments.Ladder;
        var customers = Written(call => LadderCsv.Write(call, ladder));
        var periods = Written(call => LadderCsv.Write(call, ladder with { ByCustomer = null }));
        var steps = Written(call => LadderCsv.Write(call, ladder with { ByCustomer = null, ByPeriod = null }));

        Assert.Equal("c02,120,60,48,-12,-80,-95", customers[2]);
        Assert.Equal(
            "from,until,complete,net_revenue,product_margin,after_fees_and_delivery,after_returns,after_cost_to_serve,"
            + "after_marketing", periods[0]);
        Assert.Equal("2026-01-01,2026-03-31,false,112380,50000,41200,38000,28200,-25", periods[2]);
        Assert.Equal(["step,amount,unassigned", "net_revenue,412380.50,4100"], steps[..2]);
        Assert.Equal("after_marketing,91700,-2300", steps[^1]);
    }

    [Fact]
    public void Tiers_lifetime_values_what_if_and_the_overview_are_one_table_each()
    {
        Assert.Equal(
            ["tier,customers,share_of_customers,profit,share_of_profit,cumulative_share_of_profit,profit_index,"
                + "lowest_margin,probability,held", "gold,50,0.05,80000,0.8,0.8,16,,0.97,48"],
            Written(call => TiersCsv.Write(call, WorthDocuments.Tiers))[..2]);
        Assert.Equal(
            ["customer,name,margin_to_date,residual_value,low,high,acquisition_cost,own_lifetime_value,referral_value,"
                + "lifetime_value,investment_ceiling,value_at_acquisition,mark",
                "c01,Ann Oak,3800,1312,1240,2395,12.50,5099.50,410,5509.50,1312,1402,measured"],
            Written(call => ClvCsv.Write(call, WorthDocuments.Clv))[..2]);
        Assert.Equal(
            "reprice,610,1,-37500,4200,9300,12675,8900,9700,0.2,0.751,,2500,1,480,500,41700,3402,12.26,38",
            Written(call => WhatIfCsv.Write(call, WorthDocuments.WhatIf))[1]);
        var overview = new WorthOverview(
            WorthDocuments.Clv, WorthDocuments.Ladder, WorthDocuments.TierSummaries, WorthDocuments.Tiers.Whale, WorthDocuments.Losers);
        Assert.Equal(
            ["figure,amount,low,high", "customer_equity,365700,330000,403000", "margin_to_date,91700,,"],
            Written(overview.WriteCsv)[..3]);
    }

    private static string[] Written(Action<Call> write)
    {
        using var output = new MemoryStream();
        using (var context = CliContext.Over(output, Stream.Null, Path.GetTempPath()))
        {
            var frame = new Frame(context, new CommonOptions());
            write(new Call(frame, CommandTree.Create(frame).Parse("worth --format csv")));
        }

        return Encoding.UTF8.GetString(output.ToArray()).TrimEnd().Split("\r\n");
    }
}
