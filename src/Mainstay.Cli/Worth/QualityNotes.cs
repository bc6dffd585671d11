using Mainstay.Cli.Terminal;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>What the analysis estimated, left out or could not match, in words.</summary>
internal static class QualityNotes
{
    public static IEnumerable<string> Of(AnalysisDocument analysis, Figures figures)
    {
        var quality = analysis.Quality;
        if (quality.RejectedRows > 0)
            yield return $"{Rows(quality.RejectedRows, figures)} could not be understood and are left out; the error file says why.";
        if (quality.RowsWithoutRate > 0)
            yield return $"{Rows(quality.RowsWithoutRate, figures)} are in a currency without a rate and are left out; give --rate EUR=1.08.";
        if (quality.Unassigned.Orders > 0)
            yield return $"{figures.Count(quality.Unassigned.Orders)} orders ({figures.Percent(quality.Unassigned.Share)}, "
                + $"{figures.Money(quality.Unassigned.NetRevenue)}) name no customer: they count in revenue, not in any customer's worth.";
        if (quality.UnlinkedRefunds.Refunds > 0)
            yield return $"{figures.Count(quality.UnlinkedRefunds.Refunds)} refunds ({figures.Money(quality.UnlinkedRefunds.Amount)}) "
                + "match no order: they reduce margin and are listed apart.";
        if (quality.RowsAfterAsOf > 0)
            yield return $"Dated after {Figures.Day(analysis.AsOf)} and not looked at: {Rows(quality.RowsAfterAsOf, figures)}.";
        if (quality.ContradictoryAmounts > 0)
            yield return $"In {Rows(quality.ContradictoryAmounts, figures)} the amount is not quantity × price; the amount was taken.";
        if (quality.ZeroSpendRepeaters > 0)
            yield return $"{figures.Count(quality.ZeroSpendRepeaters)} customers came back without paying and stand outside the spend model.";
        if (figures.Currency.Length == 0 && analysis.Customers > 0)
            yield return "No currency was named, so amounts stand without one; give --currency EUR.";
        if (analysis.Quality.EstimatedMargin > 0 && analysis.Assumptions.MarginRateMark == "default")
            yield return "The margin rate is our default, not yours; give --margin-rate 0.35.";
        foreach (var note in quality.Fallbacks.Concat(quality.Notes))
            yield return note;
    }

    private static string Rows(long rows, Figures figures) => rows == 1 ? "1 row" : $"{figures.Count(rows)} rows";
}
