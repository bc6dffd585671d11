using Mainstay.Cli.Terminal;
using Mainstay.Worth.Losing;

namespace Mainstay.Cli.Worth.Losing;

/// <summary>A what-if for eyes: the change in profit first, then what it is made of and what it overlooks.</summary>
internal static class WhatIfPage
{
    public static void Write(Page page, WhatIfDocument answer, WhatIfRequest request, Figures figures)
    {
        if (answer.Customers == 0)
        {
            page.Answer(answer.Excepted == 0
                ? "Nobody is meant by this: nothing would change."
                : answer.Excepted == 1
                    ? "The one customer meant stays by an exception: nothing would change."
                    : $"All {figures.Count(answer.Excepted)} of them stay by an exception: nothing would change.");
            page.Next(answer.Excepted == 0
                ? "mainstay worth losers says who costs us money."
                : "--with-exceptions asks about them too.");
            return;
        }

        page.Answer(Sentence(answer, request, figures));
        page.Heading($"Had it been so up to {Figures.Day(answer.AsOf)}");
        page.Table(Table(answer, figures));
        page.Line();
        foreach (var caution in Cautions(answer, figures))
            page.Point(caution);
        page.Next(answer.Action == WhatIfAction.LetGo
            ? "mainstay worth what-if reprice --by 0.10, before anybody is let go."
            : "mainstay worth losers says what would turn each of them.");
    }

    private static string Sentence(WhatIfDocument answer, WhatIfRequest request, Figures figures)
    {
        var whom = answer.Customers == 1 ? "1 customer" : $"{figures.Count(answer.Customers)} customers";
        var what = answer.Action switch
        {
            WhatIfAction.Reprice => $"Prices {figures.Percent((double)request.Amount)} higher for {whom}",
            WhatIfAction.MinimumOrder => $"No order below {figures.Money(request.MinimumOrder)} from {whom}",
            WhatIfAction.SelfService => $"{figures.Percent((double)request.Amount)} less service to {whom}",
            _ => $"Letting {whom} go",
        };
        var stay = answer.Action == WhatIfAction.LetGo ? "" : answer.LeaveProbability == 0
            ? answer.Action == WhatIfAction.MinimumOrder ? ", if all are raised to it" : ", if nobody leaves"
            : answer.Action == WhatIfAction.MinimumOrder
                ? $", if {figures.Percent((double)answer.LeaveProbability)} of their small orders are not placed"
                : $", if {figures.Percent((double)answer.LeaveProbability)} of them leave";
        return $"{what} would have changed profit by ≈ {Signed(answer.Change, figures.About)}"
            + $"{Range(answer, figures)}{stay}.";
    }

    private static string Range(WhatIfDocument answer, Figures figures) => answer.ChangeLow == answer.ChangeHigh
        ? "" : $" {Figures.Interval(answer.ChangeLow, answer.ChangeHigh, figures.Short)}";

    private static TextTable Table(WhatIfDocument answer, Figures figures)
    {
        var table = new TextTable(new(""), new(figures.Currency, Right: true), new("", Flexible: true));
        table.Add("they contribute", figures.Amount(answer.Contribution), "as reported, fixed costs included");
        table.Add("of it avoidable", figures.Amount(answer.AvoidableContribution),
            "over those costs alone that would go with them");
        var range = Range(answer, figures).TrimStart();
        table.Add("profit changes by", Signed(answer.Change, figures.Amount),
            range.Length == 0 ? "" : $"{range} if estimates are a quarter off");
        if (answer.Action != WhatIfAction.LetGo)
            table.Add(
                answer.Action == WhatIfAction.MinimumOrder ? "if all are raised" : "if all stay",
                Signed(answer.ChangeIfAllStay, figures.Amount), "");
        if (answer.BreakEvenLeaveProbability is { } most)
            table.Add("pays until", figures.Percent(most), answer.Action == WhatIfAction.MinimumOrder
                ? "of the small orders are not placed" : "of them leave");
        if (answer.Capacity.Minutes > 0)
            table.Add("capacity saved", figures.Amount(answer.Capacity.Saved), Released(answer.Capacity, figures));
        return table;
    }

    private static IEnumerable<string> Cautions(WhatIfDocument answer, Figures figures)
    {
        if (answer.Capacity is { Minutes: > 0, Steps: 0, Saved: 0 })
            yield return "The minutes that come free fill no whole step of capacity: they stay paid for.";
        if (answer is { Change: not 0, BreakEvenReason: { } reason }
            && answer.Action is WhatIfAction.Reprice or WhatIfAction.SelfService)
            yield return $"{char.ToUpperInvariant(reason[0])}{reason[1..]}.";
        if (answer is { Action: WhatIfAction.LetGo, Change: < 0 })
            yield return "Letting them go costs money: they bring more than would be saved without them.";
        else if (answer.Action is WhatIfAction.Reprice or WhatIfAction.SelfService
            && answer.Change < answer.ChangeIfAllStay)
            yield return "Whoever leaves takes money away: at this probability "
                + $"{figures.Money(answer.ChangeIfAllStay - answer.Change)} of the gain.";
        if (answer is { Trap: { FixedCost: > 0 } trap, Action: not WhatIfAction.MinimumOrder })
            yield return (answer.Action == WhatIfAction.LetGo ? "Fixed" : "Were all of them to leave, fixed")
                + $" costs of {figures.Money(trap.FixedCost)} would stay and fall on "
                + $"{figures.Count(trap.CustomersLeft)} others, {figures.Money(trap.PerCustomer)} each; "
                + $"{figures.Count(trap.NextToLose)} of them would look like losers next.";
        if (answer.Excepted > 0)
            yield return $"{figures.Count(answer.Excepted)} left out because of an exception.";
        if (answer.Action == WhatIfAction.MinimumOrder)
            yield return "What is added to a small order is taken to earn the company's margin rate; an order that is "
                + "not placed takes its margin and its part of the service along.";
        yield return "This replays the past. It does not know what customers say to each other, and takes the "
            + "probability of leaving as you state it.";
    }

    private static string Released(ReleasedCapacity capacity, Figures figures) =>
        $"{figures.Whole(capacity.Minutes)} minutes free"
        + (capacity.Steps > 0 ? $", whole steps: {figures.Count(capacity.Steps)}, each at its whole cost" : "")
        + (capacity.IdleMinutes > 0 ? $"; idle: {figures.Whole(capacity.IdleMinutes)}" : "");

    private static string Signed(decimal change, Func<decimal, string> write) =>
        change > 0 ? $"+{write(change)}" : write(change);
}
