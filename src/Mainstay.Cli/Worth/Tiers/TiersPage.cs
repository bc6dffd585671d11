using Mainstay.Cli.Terminal;
using Mainstay.Worth;
using Mainstay.Worth.Tiers;

namespace Mainstay.Cli.Worth.Tiers;

/// <summary>Tiers for eyes: who makes the profit and who gives it back, who moved, and why gold is gold.</summary>
internal static class TiersPage
{
    public static void Write(Page page, TiersDocument tiers, Figures figures)
    {
        page.Answer(Sentence(tiers, figures));
        if (tiers.Tiers.Count == 0)
        {
            page.Line();
            page.Paragraph($"No tiers: {tiers.TiersReason}.");
        }
        else
            WriteTiers(page, tiers, figures);
        if (tiers.Movement is { } movement)
        {
            page.Heading(
                $"Movement in a {movement.Period}, {Figures.Day(movement.From)} to {Figures.Day(movement.Until)}");
            page.Table(ProfitTierTable.Moves(movement, Tier.All, figures));
        }

        WriteGold(page, tiers, figures);
        page.Next("mainstay worth losers says who gives it back, and why.");
    }

    /// <summary>The whale curve in a sentence.</summary>
    public static string Sentence(TiersDocument tiers, Figures figures)
    {
        var whale = tiers.Whale;
        var best = tiers.Tiers.FirstOrDefault(tier => tier.Name == Tier.Gold) is { ShareOfProfit: { } share } gold
            ? $"The best {figures.Percent(gold.ShareOfCustomers)} of customers made {figures.Percent(share)} of the "
                + "profit. "
            : "";
        if (whale.Peak is not { } peak)
            return $"{best}All customers together made {figures.About(whale.TotalProfit)}: there is no profit to take "
                + "shares of.";
        if (whale.ImplicitLosses == 0)
            return $"{best}No customer costs us money.";
        return $"{best}Profit peaks at {figures.Percent(peak)} of its total after "
            + $"{figures.Percent(whale.PeakShareOfCustomers ?? 1)} of customers; the rest give "
            + $"{figures.About(whale.ImplicitLosses)} back"
            + (whale.StobachoffIndex is { } index ? $" (Stobachoff index {figures.Number(index, 2)})." : ".");
    }

    private static void WriteTiers(Page page, TiersDocument tiers, Figures figures)
    {
        page.Heading($"Tiers by margin to date, as of {Figures.Day(tiers.AsOf)}");
        page.Table(ProfitTierTable.Of(tiers.Tiers, figures));
        page.Line();
        page.Paragraph("Index: share of profit over share of customers. Sure: mean probability that members belong, "
            + "costs being as uncertain as they are. Held: customers counted here once a change has lasted two periods "
            + "or is more than 80 % sure.", Ink.Muted);
    }

    private static void WriteGold(Page page, TiersDocument tiers, Figures figures)
    {
        if (tiers.Gold.Count == 0)
            return;
        page.Heading("Gold, and what makes them so");
        page.Table(GoldTable.Of(tiers.Gold, figures));
        var all = tiers.Tiers.FirstOrDefault(tier => tier.Name == Tier.Gold)?.Customers ?? tiers.Gold.Count;
        if (CustomerLimit.Note(tiers.Gold.Count, all, "gold customers", figures) is { } note)
            page.Paragraph(note, Ink.Muted);
    }
}
