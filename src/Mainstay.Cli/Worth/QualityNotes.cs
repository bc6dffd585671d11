using Mainstay.Cli.Terminal;
using Mainstay.Web.Shell;
using Mainstay.Web.Worth;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>
/// What the analysis estimated, left out or could not match: the report's sentences, and what to type about it.
/// </summary>
internal static class QualityNotes
{
    public static IEnumerable<string> Of(AnalysisDocument analysis, Figures figures)
    {
        foreach (var sentence in QualitySentences.Of(analysis, new Format(figures.Locale, analysis.Currency)))
            yield return sentence.Replace('\u00a0', ' ');
        if (figures.Currency.Length == 0 && analysis.Customers > 0)
            yield return "No currency was named, so amounts stand without one; give --currency EUR.";
        if (analysis.Quality.EstimatedMargin > 0 && analysis.Assumptions.MarginRateMark == "default")
            yield return "The margin rate is our default, not yours; give --margin-rate 0.35.";
        if (analysis.Quality.RowsWithoutRate > 0)
            yield return "Rows in a foreign currency need its worth; give --rate USD=0.92.";
    }
}
