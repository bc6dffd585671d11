using Mainstay.Cli.Terminal;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>
/// The answer of <c>analyze</c> for a person: sentence, figures, tiers, customers, models, doubts, next step.
/// </summary>
internal static class AnalysisPage
{
    public static void Write(Page page, AnalysisDocument analysis, Figures figures, string next)
    {
        page.Answer(AnswerSentence.Of(analysis, figures));
        if (analysis.Customers == 0)
        {
            WriteQuality(page, analysis, figures);
            page.Next(next);
            return;
        }

        page.Heading("Key figures");
        page.Table(KeyFigures.Table(analysis, figures));
        WriteTiers(page, analysis, figures);
        WriteCustomers(page, analysis, figures);
        page.Heading("What the estimates rest on");
        foreach (var note in ModelNotes.Of(analysis.Models, analysis, figures))
            page.Point(note);
        WriteQuality(page, analysis, figures);
        page.Next(next);
    }

    private static void WriteTiers(Page page, AnalysisDocument analysis, Figures figures)
    {
        page.Heading("Tiers, by margin to date");
        if (analysis.Tiers.Count == 0)
            page.Paragraph("No tiers: they mean something from 20 customers on.");
        else
            page.Table(TierTable.Of(analysis.Tiers, figures));
    }

    private static void WriteCustomers(Page page, AnalysisDocument analysis, Figures figures)
    {
        page.Heading("Customers who earned us most");
        page.Table(CustomerTable.Of(analysis.TopCustomers, figures));
        var worst = analysis.BottomCustomers.Where(customer => analysis.Customers > analysis.TopCustomers.Count
            && analysis.TopCustomers.All(top => top.Customer != customer.Customer)).ToArray();
        if (worst.Length == 0)
            return;
        page.Heading(worst[0].MarginToDate < 0 ? "Customers who cost us most" : "Customers who earned us least");
        page.Table(CustomerTable.Of(worst, figures));
    }

    private static void WriteQuality(Page page, AnalysisDocument analysis, Figures figures)
    {
        var notes = QualityNotes.Of(analysis, figures).ToArray();
        if (notes.Length == 0)
            return;
        page.Heading("What to know about the data");
        foreach (var note in notes)
            page.Point(note);
    }
}
