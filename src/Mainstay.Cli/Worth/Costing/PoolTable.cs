using Mainstay.Cli.Terminal;
using Mainstay.Worth.Costing;

namespace Mainstay.Cli.Worth.Costing;

/// <summary>Capacity supplied, how much of it was used, and what the rest cost.</summary>
internal static class PoolTable
{
    private const int BarWidth = 8;

    public static TextTable Of(IReadOnlyList<PoolUse> pools, Figures figures)
    {
        var table = new TextTable(
            new("pool", Flexible: true), new(figures.MoneyTitle("cost"), Right: true), new("minutes", Right: true),
            new("used", Right: true), new(figures.MoneyTitle("unused"), Right: true), new("a minute", Right: true));
        foreach (var pool in pools)
            table.Add(
                Name(pool),
                figures.Whole(pool.Cost),
                figures.Whole(pool.CapacityMinutes),
                new Cell($"{Bar(pool.UsedShare)} {figures.Percent(pool.UsedShare)}", InkOf(pool)),
                new Cell(figures.Whole(pool.UnusedCost), InkOf(pool)),
                figures.Rate(pool.RatePerMinute));
        return table;
    }

    private static Ink InkOf(PoolUse pool) => pool.OverUsed ? Ink.Losing : Ink.Plain;

    /// <summary>The pool with its period, where it has one.</summary>
    public static string Name(PoolUse pool) => pool switch
    {
        { From: { } from, Until: { } until } => $"{pool.Name}, {PeriodName.Of(from, until)}",
        { From: { } from } => $"{pool.Name}, since {Figures.Day(from)}",
        { Until: { } until } => $"{pool.Name}, until {Figures.Day(until)}",
        _ => pool.Name,
    };

    private static string Bar(double share)
    {
        var used = (int)Math.Round(Math.Clamp(share, 0, 1) * BarWidth, MidpointRounding.AwayFromZero);
        return new string('▇', used) + new string('░', BarWidth - used);
    }
}
