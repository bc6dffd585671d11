using Mainstay.Cli.Terminal;
using Mainstay.Worth.Lifetime;

namespace Mainstay.Cli.Worth.Lifetime;

/// <summary>Lifetime values for eyes: equity, customers, ceilings, and what it all rests on.</summary>
internal static class ClvPage
{
    public static void Write(Page page, ClvDocument clv, Figures figures)
    {
        page.Answer(Sentence(clv, figures));
        if (clv.Customers.Count > 0)
        {
            page.Heading(figures.WholeTitle("Customers by lifetime value"));
            page.Table(Customers(clv, figures));
            page.Line();
            if (CustomerLimit.Note(clv.Customers.Count, clv.CustomersTotal, "customers", figures) is { } note)
                page.Paragraph(note, Ink.Muted);
            page.Paragraph("Lifetime value = earned + to come − won for + brought. What they brought credits others' "
                + "value to them, and is in no total. To come, where above zero, is also the most to spend on keeping "
                + "them.", Ink.Muted);
        }

        WriteCeilings(page, clv.Ceilings, figures);
        page.Heading("What it rests on");
        foreach (var note in Assumptions(clv, figures))
            page.Point(note);
        page.Next(clv.Customers is [var first, ..]
            ? $"mainstay explain {first.Customer} says why; mainstay worth tiers, what makes the best ones gold."
            : "mainstay import orders.csv.");
    }

    /// <summary>Customer equity in a sentence.</summary>
    public static string Sentence(ClvDocument clv, Figures figures)
    {
        var equity = clv.Equity;
        if (equity.Value is not { } value)
            return $"Customers have earned us {figures.About(equity.MarginToDate)}; what they will still bring could "
                + "not be estimated.";
        var interval = equity is { Low: { } low, High: { } high }
            ? $" {Figures.Interval(low, high, figures.Short)}"
            : ", without an interval";
        return $"The customer base is worth ≈ {figures.About(value)}{interval}: {figures.Short(equity.MarginToDate)} "
            + $"earned so far, ≈ {figures.Short(equity.ResidualValue ?? 0)} to come"
            + (equity.AcquisitionCost > 0 ? $", less {figures.Short(equity.AcquisitionCost)} spent on winning them."
                : "; what winning them cost is not known.");
    }

    private static TextTable Customers(ClvDocument clv, Figures figures)
    {
        var (spent, referred) = (clv.Assumptions.AverageAcquisitionCost, clv.Ceilings.MeanReferralValue);
        var table = new TextTable(
            new("customer", Flexible: true), new("earned", Right: true), new("to come", Right: true),
            new("won for", Right: true), new("brought", Right: true), new("lifetime", Right: true));
        foreach (var one in clv.Customers)
            table.Add(
                string.IsNullOrEmpty(one.Name) ? one.Customer : $"{one.Customer}  {one.Name}",
                new Cell(Marks.About(one.Mark) + figures.Whole(one.MarginToDate),
                    one.MarginToDate < 0 ? Ink.Losing : Ink.Plain),
                Residual(one, figures),
                spent is null ? Cell.Missing : figures.Whole(one.AcquisitionCost),
                referred is null ? Cell.Missing : figures.Whole(one.ReferralValue),
                one.LifetimeValue is { } value ? $"≈ {figures.Whole(value)}" : Cell.Missing);
        return table;
    }

    private static Cell Residual(CustomerClv customer, Figures figures) => customer switch
    {
        { ResidualValue: null } => Cell.Missing,
        { ResidualValue: { } value, Low: { } low, High: { } high } =>
            $"≈ {figures.Whole(value)} {Figures.Interval(low, high, figures.Whole)}",
        { ResidualValue: { } value } => $"≈ {figures.Whole(value)}",
    };

    private static void WriteCeilings(Page page, InvestmentCeilings ceilings, Figures figures)
    {
        page.Heading("The most it makes sense to spend");
        var table = new TextTable(new(""), new(figures.Currency, Right: true), new("", Flexible: true));
        table.Add("on winning a customer", Ceiling(ceilings.NewCustomer, figures), "what a new one is worth");
        table.Add("on a prospect or lead", Ceiling(ceilings.Prospect, figures), ceilings.LeadConversion is { } share
            ? $"{figures.Percent(share)} of leads become customers"
            : "how many leads become customers is not known");
        table.Add("on a recruit", Ceiling(ceilings.Recruit, figures), ceilings.MeanReferralValue is { } brought
            ? $"those who refer bring {figures.Money(brought)} on average"
            : "nobody has referred anybody");
        page.Table(table);
        if (ceilings.Reasons.Count > 0)
            page.Line();
        foreach (var reason in ceilings.Reasons)
            page.Point($"{char.ToUpperInvariant(reason[0])}{reason[1..].TrimEnd('.')}.");
    }

    private static Cell Ceiling(decimal? value, Figures figures) =>
        value is { } known ? $"≈ {figures.Amount(known)}" : Cell.Missing;

    private static IEnumerable<string> Assumptions(ClvDocument clv, Figures figures)
    {
        var rests = clv.Assumptions;
        yield return $"As of {Figures.Day(rests.AsOf)}, {figures.Percent((double)rests.DiscountRate)} a year, horizon "
            + $"{rests.Horizon}: {rests.Convention}.";
        yield return (rests.AttritionModel == "none"
                ? "No model of repeat buying could be fitted"
                : $"Purchases to come by {rests.AttritionModel}, spend by {rests.SpendModel}")
            + $"; of revenue {figures.Percent(rests.CompanyMarginRate)} is left after goods, fees, delivery and "
            + $"returns, and {figures.Percent(rests.CompanyServiceRate)} goes to service and marketing that would "
            + "end with them.";
        yield return rests.IntervalReason is { } reason
            ? $"No intervals: {reason}."
            : $"Intervals hold with {figures.Percent(rests.IntervalLevel)} probability if the models hold.";
        yield return $"Somebody referred would not have come otherwise with probability "
            + $"{figures.Percent((double)rests.ReferralTypeOne)} where no file says, "
            + (rests.ReferralTypeOneMark == "default" ? "our default." : "as you set it.");
        if (rests.AverageAcquisitionCost is { } cost)
            yield return $"Winning a customer cost {figures.Money(cost)} on average, failed leads included"
                + (clv.UnassignedAcquisitionCost > 0
                    ? $"; {figures.Money(clv.UnassignedAcquisitionCost)} more won nobody." : ".");
    }
}
