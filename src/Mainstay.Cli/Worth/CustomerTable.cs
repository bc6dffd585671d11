using Mainstay.Cli.Terminal;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>
/// Customers with what they earned, are expected to earn, and how sure it is that they are still there.
/// </summary>
internal static class CustomerTable
{
    public static TextTable Of(IEnumerable<CustomerWorth> customers, Figures figures)
    {
        var table = new TextTable(
            new("customer", Flexible: true), new("tier"), new("state"), new("days", Right: true), new("last"),
            new(figures.MoneyTitle("margin"), Right: true), new("to come", Right: true), new("p alive", Right: true));
        foreach (var customer in customers)
            table.Add(
                Title(customer),
                new Cell(customer.Tier ?? "—", TierTable.InkOf(customer.Tier)),
                customer.State?.Replace('_', ' ') ?? Cell.Missing,
                customer.Frequency is { } repeats ? figures.Count(repeats + 1) : Cell.Missing,
                customer.LastDay is { } last ? Figures.Day(last) : Cell.Missing,
                new Cell(Estimated(customer.MarginEstimated) + figures.Amount(customer.MarginToDate),
                    customer.MarginToDate < 0 ? Ink.Losing : Ink.Plain),
                customer.ResidualValue is { } residual ? "≈ " + figures.Amount(residual) : Cell.Missing,
                customer.PAlive is { } alive ? figures.Number(alive, 2) : Cell.Missing);
        return table;
    }

    private static string Title(CustomerWorth customer) =>
        string.IsNullOrEmpty(customer.Name) ? customer.Customer : $"{customer.Customer}  {customer.Name}";

    private static string Estimated(bool estimated) => estimated ? "≈ " : "";
}
