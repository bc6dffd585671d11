using Mainstay.Web.Shell;
using Mainstay.Worth;

namespace Mainstay.Web.Worth;

/// <summary>The quality of an analysis as sentences.</summary>
public static class QualitySentences
{
    public static IReadOnlyList<string> Of(AnalysisDocument document, Format format)
    {
        var quality = document.Quality;
        var sentences = new List<string>();
        var (unassigned, unlinked) = (quality.Unassigned, quality.UnlinkedRefunds);
        AddWhen(Basis.OfMargin(document, format) is not null,
            $"Margin is estimated: {Basis.OfMargin(document, format)}.");
        AddWhen(Basis.OfMargin(document, format) is null && document.Customers > 0,
            "Every margin rests on recorded costs.");
        AddWhen(unassigned.Orders > 0,
            $"{format.Count(unassigned.Orders, "order")} ({format.Percent(unassigned.Share)}, "
            + $"{format.Money(unassigned.NetRevenue)}) could not be tied to a customer: in company totals only.");
        AddWhen(unlinked.Refunds > 0,
            $"{format.Count(unlinked.Refunds, "refund")} over {format.Money(unlinked.Amount)} "
            + "matched no order: they reduce margin and are listed.");
        AddWhen(quality.RejectedRows > 0,
            $"{format.Count(quality.RejectedRows, "row")} could not be understood and {Was(quality.RejectedRows)} "
            + "left out.");
        AddWhen(quality.RowsWithoutRate > 0,
            $"{format.Count(quality.RowsWithoutRate, "row")} in a currency without a rate "
            + $"{Was(quality.RowsWithoutRate)} left out.");
        AddWhen(quality.RowsAfterAsOf > 0,
            $"{format.Count(quality.RowsAfterAsOf, "row")} dated after {format.Day(document.AsOf)} "
            + $"{Was(quality.RowsAfterAsOf)} not looked at.");
        AddWhen(quality.ContradictoryAmounts > 0,
            $"On {format.Count(quality.ContradictoryAmounts, "line")} amount and quantity × unit price disagree; "
            + "the amount was taken.");
        AddWhen(quality.ZeroSpendRepeaters > 0,
            $"{format.Count(quality.ZeroSpendRepeaters, "customer")} came back but spent nothing: "
            + "left out of the model of spend.");
        AddWhen(quality.TooFewForTiers, "Under 20 customers there are no tiers.");
        sentences.AddRange(quality.Fallbacks);
        sentences.AddRange(quality.Notes);
        return sentences;

        void AddWhen(bool present, string sentence)
        {
            if (present)
                sentences.Add(sentence);
        }
    }

    private static string Was(long count) => count == 1 ? "was" : "were";
}
