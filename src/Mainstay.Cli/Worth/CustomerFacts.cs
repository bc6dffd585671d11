using Mainstay.Cli.Terminal;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>One customer's figures, one per line.</summary>
internal static class CustomerFacts
{
    public static TextTable Of(CustomerWorth customer, Figures figures)
    {
        var table = new TextTable(new(""), new("", Right: true), new("", Flexible: true));
        table.Add("customer", customer.Customer, customer.Name ?? "");
        table.Add("stage", customer.Stage.Replace('_', ' '), "");
        table.Add("state", customer.State?.Replace('_', ' ') ?? Cell.Missing,
            customer.PAlive is { } alive
                ? $"p alive {figures.Number(alive, 2)} by {customer.PAliveModel}"
                : customer.PAliveModel);
        table.Add("tier", customer.Tier is { } tier ? new Cell(tier, TierTable.InkOf(tier)) : Cell.Missing, "");
        table.Add("purchase days",
            customer.Frequency is { } repeats ? figures.Count(repeats + 1) : Cell.Missing, Days(customer));
        table.Add(figures.MoneyTitle("net revenue"), figures.Amount(customer.NetRevenue), "");
        table.Add(figures.MoneyTitle("margin to date"), figures.Amount(customer.MarginToDate),
            customer.MarginEstimated ? "≈ rests partly on estimates" : "from recorded costs");
        table.Add(figures.MoneyTitle("margin to come"), Estimate(customer.ResidualValue, figures),
            customer is { ResidualLow: { } low, ResidualHigh: { } high }
                ? $"({figures.Amount(low)} to {figures.Amount(high)}), present value"
                : "present value, no interval");
        table.Add("purchases in 12 months",
            customer.ExpectedPurchases12m is { } expected ? $"≈ {figures.Number(expected, 2)}" : Cell.Missing,
            "the mean of what may come");
        table.Add(figures.MoneyTitle("lifetime value"), Estimate(customer.LifetimeValue, figures),
            "to date + to come − winning them + referrals");
        return table;
    }

    private static Cell Estimate(decimal? value, Figures figures) =>
        value is { } known ? $"≈ {figures.Amount(known)}" : Cell.Missing;

    private static string Days(CustomerWorth customer) => customer is { FirstDay: { } first, LastDay: { } last }
        ? $"first {Figures.Day(first)}, last {Figures.Day(last)}"
        : "";
}
