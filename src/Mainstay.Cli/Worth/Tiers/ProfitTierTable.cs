using Mainstay.Cli.Terminal;
using Mainstay.Worth.Tiers;

namespace Mainstay.Cli.Worth.Tiers;

/// <summary>The five tiers with their profit index, and how sure membership is.</summary>
internal static class ProfitTierTable
{
    public static TextTable Of(IReadOnlyList<ProfitTier> tiers, Figures figures)
    {
        var table = new TextTable(
            new("tier"), new("customers", Right: true), new("share", Right: true),
            new(figures.MoneyTitle("profit"), Right: true), new("of profit", Right: true), new("index", Right: true),
            new("sure", Right: true), new("held", Right: true));
        foreach (var tier in tiers)
            table.Add(
                new Cell(tier.Name, TierTable.InkOf(tier.Name)),
                figures.Count(tier.Customers),
                figures.Percent(tier.ShareOfCustomers),
                new Cell(figures.Amount(tier.Profit), tier.Profit < 0 ? Ink.Losing : Ink.Plain),
                tier.ShareOfProfit is { } share ? figures.Percent(share) : Cell.Missing,
                tier.ProfitIndex is { } index ? figures.Number(index, 2) : Cell.Missing,
                tier.Probability is { } sure ? figures.Percent(sure) : Cell.Missing,
                tier.Held is { } held ? figures.Count(held) : Cell.Missing);
        return table;
    }

    /// <summary>Where customers stood then, and where they stand now.</summary>
    public static TextTable Moves(TierMovement movement, IReadOnlyList<string> tiers, Figures figures)
    {
        var table = new TextTable([new("from"), .. tiers.Select(tier => new TableColumn(tier, Right: true))]);
        foreach (var from in tiers.Append(null))
        {
            var row = tiers.Select(to => movement.Moves
                .Where(move => move.From == from && move.To == to).Sum(move => move.Customers)).ToArray();
            if (row.Sum() > 0)
                table.Add([
                    new Cell(from ?? "no customer yet", TierTable.InkOf(from)),
                    .. row.Select(count => count == 0 ? new Cell("·", Ink.Muted) : figures.Count(count))]);
        }

        return table;
    }
}
