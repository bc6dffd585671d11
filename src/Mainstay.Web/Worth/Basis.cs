using Mainstay.Web.Shell;
using Mainstay.Worth;

namespace Mainstay.Web.Worth;

/// <summary>What an estimate rests on, in words: the text behind every ≈.</summary>
public static class Basis
{
    /// <summary>Why booked margin carries an ≈; null when every line's cost is recorded.</summary>
    public static string? OfMargin(AnalysisDocument document, Format format) => document.Quality.EstimatedMargin switch
    {
        0 => null,
        >= 1 => $"costs are not recorded; margin is taken as {MarginRate(document, format)} of net revenue",
        var share => $"costs are missing for {format.Percent(share)} of net revenue; there, margin is taken as "
            + $"{MarginRate(document, format)} of it",
    };

    /// <summary>The same for one customer.</summary>
    public static string? OfMargin(CustomerWorth customer, AnalysisDocument document, Format format) =>
        customer.MarginEstimated
            ? $"some costs are not recorded; there, margin is taken as {MarginRate(document, format)} of net revenue"
            : null;

    /// <summary>What residual value rests on.</summary>
    public static string OfResidual(AnalysisDocument document, Format format) =>
        $"expected purchases by {Word.Of(document.Models.Attrition.Model)}, spend by "
        + $"{Word.Of(document.Models.Spend.Model)}, discounted at "
        + $"{format.Percent((double)document.Assumptions.DiscountRate)} a year; {OfInterval(document, format)}";

    /// <summary>What an interval beside an estimate means, or why there is none.</summary>
    public static string OfInterval(AnalysisDocument document, Format format) =>
        document.ResidualIntervalReason is { } reason
            ? $"no interval: {reason}"
            : $"the interval holds the truth with {format.Percent(document.Assumptions.IntervalLevel)} probability";

    /// <summary>Why there is no residual value.</summary>
    public static string OfNoResidual(AnalysisDocument document) =>
        document.Models.Attrition.Diagnosis.Concat(document.Models.Spend.Diagnosis).FirstOrDefault()
        ?? "no model could be fitted to so little repeat buying";

    private static string MarginRate(AnalysisDocument document, Format format) =>
        format.Percent((double)document.Assumptions.MarginRate)
        + (document.Assumptions.MarginRateMark == "declared" ? " (declared)" : " (our default)");
}
