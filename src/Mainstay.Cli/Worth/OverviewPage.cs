using Mainstay.Cli.Terminal;
using Mainstay.Cli.Worth.Ladder;
using Mainstay.Cli.Worth.Lifetime;
using Mainstay.Cli.Worth.Losing;

namespace Mainstay.Cli.Worth;

/// <summary>What the customers are worth, on one screen.</summary>
internal static class OverviewPage
{
    public static void Write(Page page, WorthOverview overview, Figures figures)
    {
        page.Answer(ClvPage.Sentence(overview.Clv, figures));
        page.Heading($"Where revenue goes, up to {Figures.Day(overview.Ladder.AsOf)}");
        page.Table(LadderTable.Of(overview.Ladder, figures));
        page.Heading("Who makes the profit");
        if (overview.Tiers.Count > 0)
            page.Table(TierTable.Of(overview.Tiers, figures));
        else
            page.Paragraph("No tiers: they mean something from 20 customers on.");
        page.Line();
        page.Paragraph(LosersPage.Sentence(overview.Losers, figures));
        page.Paragraph(Marks.Sentence(overview.Ladder.Mark), Ink.Muted);
        page.Next(overview.Losers.CustomersTotal > 0
            ? "mainstay worth losers says why; mainstay worth clv, what to spend on whom."
            : "mainstay worth clv says what to spend on whom; mainstay worth costs, what serving them takes.");
    }
}
