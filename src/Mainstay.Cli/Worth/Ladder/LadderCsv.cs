using Mainstay.Cli.Shell;
using Mainstay.Worth.Ladder;

namespace Mainstay.Cli.Worth.Ladder;

/// <summary>Customers where they were asked for, else periods, else the company's steps.</summary>
internal static class LadderCsv
{
    private static readonly Listing<(LadderAmount Step, decimal Unassigned)> s_steps = new("steps",
    [
        new("step", row => row.Step.Name),
        new("amount", row => row.Step.Amount),
        new("unassigned", row => row.Unassigned),
    ]);

    private static readonly Listing<CustomerLadder> s_customers = new("by_customer",
    [
        new("customer", row => row.Customer),
        new("net_revenue", row => row.NetRevenue),
        new("product_margin", row => row.ProductMargin),
        new("after_fees_and_delivery", row => row.AfterFeesAndDelivery),
        new("after_returns", row => row.AfterReturns),
        new("after_cost_to_serve", row => row.AfterCostToServe),
        new("after_marketing", row => row.AfterMarketing),
    ]);

    private static readonly Listing<PeriodLadder> s_periods = new("by_period",
    [
        new("from", row => row.From),
        new("until", row => row.Until),
        new("complete", row => row.Complete),
        .. LadderStep.All.Select(step => new ListColumn<PeriodLadder>(
            step, row => row.Steps.FirstOrDefault(each => each.Name == step)?.Amount)),
    ]);

    public static void Write(Call call, LadderDocument ladder)
    {
        if (ladder.ByCustomer is { } customers)
            s_customers.Write(call, customers);
        else if (ladder.ByPeriod is { } periods)
            s_periods.Write(call, periods);
        else
            s_steps.Write(call, ladder.Steps.Select(step => (step, ladder.Unassigned.GetValueOrDefault(step.Name))));
    }
}
