using Mainstay.Cli.Shell;
using Mainstay.Worth.Losing;

namespace Mainstay.Cli.Worth.Losing;

/// <summary>Losing customers, one per line, a column for every cause.</summary>
internal static class LosersCsv
{
    private static readonly Listing<LosingCustomer> s_customers = new("customers",
    [
        new("customer", row => row.Customer),
        new("name", row => row.Name),
        new("net_revenue", row => row.NetRevenue),
        new("contribution", row => row.Contribution),
        new("avoidable_contribution", row => row.AvoidableContribution),
        .. LossWords.Causes.Select(cause => new ListColumn<LosingCustomer>(
            cause, row => row.Causes.Where(each => each.Cause == cause).Sum(each => each.Amount))),
        new("break_even_multiplier", row => row.BreakEvenMultiplier),
        new("break_even_reason", row => row.BreakEvenReason),
        new("smallest_change", row => row.SmallestChange?.Change),
        new("smallest_change_fraction", row => row.SmallestChange?.Fraction),
        new("minutes", row => row.Minutes),
        new("taken_from_gold", row => row.TakenFromGold),
        new("exception", row => row.Exception?.Reason),
        new("exception_owner", row => row.Exception?.Owner),
        new("exception_from", row => row.Exception?.From),
        new("exception_review_on", row => row.Exception?.ReviewOn),
        new("exception_note", row => row.Exception?.Note),
    ]);

    public static void Write(Call call, LosersDocument losers) => s_customers.Write(call, losers.Customers);
}
