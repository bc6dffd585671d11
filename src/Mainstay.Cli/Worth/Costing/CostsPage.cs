using Mainstay.Cli.Terminal;
using Mainstay.Worth.Costing;

namespace Mainstay.Cli.Worth.Costing;

/// <summary>What serving costs, for eyes: capacity and its use, activities, what estimates leave open.</summary>
internal static class CostsPage
{
    // Of more pools only those that were over-used are told in words: the table holds them all.
    private const int PoolsTold = 4;

    public static void Write(Page page, CostsDocument costs, Figures figures)
    {
        page.Answer(Sentence(costs, figures));
        if (costs.Pools.Count > 0)
            WritePools(page, costs, figures);
        if (costs.Activities.Count > 0)
        {
            page.Heading($"Activities up to {Figures.Day(costs.AsOf)}, dearest first");
            page.Table(ActivityTable.Of(costs, figures));
            foreach (var timed in costs.Activities.Where(activity => activity.Equation is not null))
                page.Point($"{timed.Name}: {timed.Equation} minutes.");
        }

        if (costs.Sensitivity.Cost != 0)
        {
            page.Line();
            foreach (var sentence in (string?[])[
                Beside(costs, figures), Accounts(costs, figures), Sensitivity(costs.Sensitivity, figures)])
                if (sentence is not null)
                    page.Paragraph(sentence);
        }

        WriteRestatements(page, costs.Restatements, figures);
        if (costs.Notes.Count > 0)
            page.Heading("What is missing");
        foreach (var note in costs.Notes)
            page.Point(note);
        page.Next(NextStep(costs));
    }

    private static string Sentence(CostsDocument costs, Figures figures)
    {
        if (costs is { Activities.Count: 0, Sensitivity.Cost: 0 })
            return costs.Pools.Count == 0
                ? "Nothing is known of what serving customers costs: neither a pool nor an activity."
                : "Nobody has been served yet, as far as this ledger knows: there are pools and no activity.";
        var mark = costs.Sensitivity.EstimatedCost > 0 ? "≈ " : "";
        var served = $"Serving customers has cost {mark}{figures.About(costs.Sensitivity.Cost)}";
        return costs.Pools.Count == 0
            ? $"{served}; no pool says what capacity was paid for."
            : $"{served}. {Capacity(costs.Pools, figures)}";
    }

    private static string Capacity(IReadOnlyList<PoolUse> pools, Figures figures)
    {
        var (capacity, used) = (pools.Sum(pool => pool.CapacityMinutes), pools.Sum(pool => pool.UsedMinutes));
        var unused = pools.Where(pool => !pool.OverUsed).Sum(pool => pool.UnusedCost);
        return $"It took {figures.Whole(used)} of {figures.Whole(capacity)} minutes; unused capacity of "
            + $"{figures.About(unused)} is on nobody's account.";
    }

    private static void WritePools(Page page, CostsDocument costs, Figures figures)
    {
        page.Heading("Capacity in minutes, and what it costs");
        page.Table(PoolTable.Of(costs.Pools, figures));
        var told = costs.Pools.Where(pool => pool.OverUsed || costs.Pools.Count <= PoolsTold).ToList();
        if (told.Count > 0)
            page.Line();
        foreach (var pool in told)
            page.Point(pool.OverUsed
                ? $"{PoolTable.Name(pool)}: {figures.Whole(-pool.UnusedMinutes)} minutes more than supplied were used: "
                    + "overtime, or a capacity stated too low."
                : $"{PoolTable.Name(pool)}: {figures.Whole(pool.UnusedMinutes)} minutes unused = "
                    + $"{figures.Money(pool.UnusedCost)}, {Marks.Words(pool.Mark)}.");
    }

    /// <summary>What is no activity: the sum of activities and this is the whole.</summary>
    private static string? Beside(CostsDocument costs, Figures figures) =>
        costs.Sensitivity.Cost - costs.Activities.Sum(activity => activity.Cost) is > 0 and var beside
            ? $"Payment fees, delivery, marketing and waiting for money come to {figures.Money(beside)} of it; "
                + "mainstay worth ladder shows where."
            : null;

    private static string Accounts(CostsDocument costs, Figures figures) => costs.Reconciliation switch
    {
        { UnassignedTotal: 0 } all => $"All of it stands on customers' accounts: {figures.Money(all.CustomerTotal)}.",
        { CustomerTotal: 0 } => "None of it stands on a customer's account: nothing says for whom it was done.",
        var both => $"On customers' accounts {figures.Money(both.CustomerTotal)}; "
            + $"{figures.Money(both.UnassignedTotal)} was done for nobody who is known.",
    };

    private static string Sensitivity(CostSensitivity open, Figures figures) => open.EstimatedCost == 0
        ? "Nothing in it is estimated."
        : $"≈ {figures.Money(open.EstimatedCost)} of it rests on estimates. Were they "
            + $"{figures.Percent((double)open.Change)} off, it would be "
            + $"{figures.Money(open.Cost)} {Figures.Interval(open.Low, open.High, figures.Amount)}.";

    private static void WriteRestatements(Page page, IReadOnlyList<Restatement> restatements, Figures figures)
    {
        if (restatements.Count == 0)
            return;
        page.Heading("Estimated first, known now");
        var table = new TextTable(
            new("", Flexible: true), new("count", Right: true), new(figures.MoneyTitle("estimated"), Right: true),
            new("known", Right: true), new("difference", Right: true));
        foreach (var one in restatements)
            table.Add(
                one.What, figures.Count(one.Count), figures.Amount(one.Estimated), figures.Amount(one.Known),
                figures.Amount(one.Difference));
        page.Table(table);
    }

    private static string NextStep(CostsDocument costs) => costs switch
    {
        { Activities.Count: 0 } => "mainstay import activities.csv, with date, activity, and customer where known.",
        { Reconciliation.CustomerTotal: 0 } =>
            "give activities a customer, and mainstay worth losers says whom the time goes to.",
        { Pools.Count: 0 } =>
            "mainstay import pools.csv, with pool, cost and capacity_minutes: rates become yours.",
        _ => "mainstay worth losers says whom the time goes to.",
    };
}
