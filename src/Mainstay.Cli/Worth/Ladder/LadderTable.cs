using Mainstay.Cli.Terminal;
using Mainstay.Worth.Ladder;

namespace Mainstay.Cli.Worth.Ladder;

/// <summary>The steps of the company, or of many periods or customers side by side.</summary>
internal static class LadderTable
{
    public static TextTable Of(LadderDocument ladder, Figures figures)
    {
        var table = new TextTable(
            new(""), new(figures.MoneyTitle("left"), Right: true), new("of revenue", Right: true),
            new("taken", Right: true), new("unassigned", Right: true));
        var revenue = ladder.Steps.Count > 0 ? ladder.Steps[0].Amount : 0;
        var before = revenue;
        foreach (var step in ladder.Steps)
        {
            table.Add(
                step.Name.Replace('_', ' '),
                new Cell(figures.Amount(step.Amount), step.Amount < 0 ? Ink.Losing : Ink.Plain),
                revenue > 0 ? figures.Percent((double)(step.Amount / revenue)) : Cell.Missing,
                step.Name == LadderStep.NetRevenue ? "" : figures.Amount(before - step.Amount),
                new Cell(figures.Amount(ladder.Unassigned.GetValueOrDefault(step.Name)), Ink.Muted));
            before = step.Amount;
        }

        return table;
    }

    public static TextTable OfPeriods(IReadOnlyList<PeriodLadder> periods, string kind, Figures figures)
    {
        var table = Wide("period");
        foreach (var period in periods)
            table.Add(Row(
                PeriodName.Beginning(period.From, kind) + (period.Complete ? "" : " so far"), figures,
                [.. LadderStep.All.Select(name => period.Steps.FirstOrDefault(step => step.Name == name)?.Amount)]));
        return table;
    }

    public static TextTable OfCustomers(IReadOnlyList<CustomerLadder> customers, Figures figures)
    {
        var table = Wide("customer");
        foreach (var one in customers)
            table.Add(Row(
                one.Customer, figures, one.NetRevenue, one.ProductMargin, one.AfterFeesAndDelivery, one.AfterReturns,
                one.AfterCostToServe, one.AfterMarketing));
        return table;
    }

    private static TextTable Wide(string first) => new(
        new(first, Flexible: true), new("revenue", Right: true), new("product", Right: true),
        new("delivered", Right: true), new("returns", Right: true), new("served", Right: true),
        new("left", Right: true));

    private static Cell[] Row(string name, Figures figures, params decimal?[] steps) =>
    [
        name,
        .. steps.Select(amount => amount is { } left
            ? new Cell(figures.Whole(left), left < 0 ? Ink.Losing : Ink.Plain)
            : Cell.Missing),
    ];
}
