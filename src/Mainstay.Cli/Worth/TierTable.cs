using Mainstay.Cli.Terminal;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>The five tiers, empty ones too.</summary>
internal static class TierTable
{
    public static TextTable Of(IReadOnlyList<TierSummary> tiers, Figures figures)
    {
        var table = new TextTable(
            new("tier"), new("customers", Right: true), new("of customers", Right: true),
            new(figures.MoneyTitle("profit"), Right: true), new("of profit", Right: true), new("", Flexible: true));
        foreach (var tier in tiers)
            table.Add(
                new Cell(tier.Name, InkOf(tier.Name)),
                figures.Count(tier.Customers),
                figures.Percent(tier.ShareOfCustomers),
                new Cell(figures.Amount(tier.Profit), tier.Profit < 0 ? Ink.Losing : Ink.Plain),
                tier.ShareOfProfit is { } share ? figures.Percent(share) : Cell.Missing,
                new Cell(Bar(tier.ShareOfProfit), InkOf(tier.Name)));
        return table;
    }

    public static Ink InkOf(string? tier) => tier switch { "gold" => Ink.Gold, "losing" => Ink.Losing, _ => Ink.Plain };

    /// <summary>A mark for each ten percent of profit, begun ones too.</summary>
    private static string Bar(double? share) => share switch
    {
        null or 0 => "",
        < 0 => new string('◂', (int)Math.Ceiling(Math.Min(-share.Value, 1) * 10)),
        _ => new string('▇', (int)Math.Ceiling(Math.Min(share.Value, 1) * 10)),
    };
}
