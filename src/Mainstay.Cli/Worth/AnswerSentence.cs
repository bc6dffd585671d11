using Mainstay.Cli.Terminal;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>The whole analysis in one sentence.</summary>
internal static class AnswerSentence
{
    public static string Of(AnalysisDocument analysis, Figures figures)
    {
        if (analysis.Customers == 0)
            return $"No customer could be valued: no order up to {Figures.Day(analysis.AsOf)} names one.";
        var customers = analysis.Customers == 1
            ? "1 customer has"
            : $"{figures.Count(analysis.Customers)} customers have";
        return $"{customers} {Past(analysis, figures)}{Future(analysis, figures)}{Spread(analysis, figures)}.";
    }

    private static string Past(AnalysisDocument analysis, Figures figures)
    {
        var mark = analysis.Quality.EstimatedMargin > 0 ? "≈ " : "";
        return analysis.MarginToDate < 0
            ? $"cost us {mark}{figures.About(-analysis.MarginToDate)} so far"
            : $"earned us {mark}{figures.About(analysis.MarginToDate)} so far";
    }

    private static string Future(AnalysisDocument analysis, Figures figures) => analysis.ResidualValue is { } more
        ? $" and should bring ≈ {figures.About(more)} more ({Interval(analysis, figures)})"
        : "; what they will still bring could not be estimated";

    private static string Interval(AnalysisDocument analysis, Figures figures) =>
        analysis is { ResidualLow: { } low, ResidualHigh: { } high }
            ? $"{figures.About(low)} to {figures.About(high)}"
            : "no interval";

    private static string Spread(AnalysisDocument analysis, Figures figures)
    {
        var gold = analysis.Tiers.FirstOrDefault(tier => tier.Name == "gold");
        var losing = analysis.Tiers.FirstOrDefault(tier => tier.Name == "losing");
        var best = gold is { ShareOfProfit: { } share }
            ? $"; the best {figures.Percent(gold.ShareOfCustomers)} made {figures.Percent(share)} of the profit"
            : "";
        var worst = losing switch
        {
            { Customers: > 0 } => $", and {figures.Count(losing.Customers)} cost {figures.About(-losing.Profit)}",
            { } when best.Length > 0 => ", and none cost us money",
            _ => "",
        };
        return best + worst;
    }
}
