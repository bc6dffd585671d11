using Mainstay.Cli.Terminal;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>The figures behind the sentence, each with what it needs beside it.</summary>
internal static class KeyFigures
{
    public static TextTable Table(AnalysisDocument analysis, Figures figures)
    {
        var table = new TextTable(new(""), new("", Right: true), new("", Flexible: true));
        table.Add("as of", Figures.Day(analysis.AsOf), Days(analysis));
        table.Add("customers", figures.Count(analysis.Customers), Repeat(analysis, figures));
        table.Add("orders", figures.Count(analysis.Orders),
            $"on {figures.Count(analysis.PurchaseDays)} purchase days, "
            + $"{figures.Count(analysis.RepeatPurchases)} of them repeat");
        table.Add(figures.MoneyTitle("net revenue"), figures.Amount(analysis.NetRevenue),
            analysis.Refunds > 0 ? $"after {figures.Amount(analysis.Refunds)} of refunds" : "no refunds");
        table.Add(figures.MoneyTitle("margin to date"), Margin(analysis, figures), MarginNote(analysis, figures));
        AddEstimates(table, analysis, figures);
        if (analysis.Whale.Peak is { } peak)
            table.Add("peak of profit", figures.Percent(peak), Whale(analysis.Whale, figures));
        return table;
    }

    private static void AddEstimates(TextTable table, AnalysisDocument analysis, Figures figures)
    {
        if (analysis.ResidualValue is { } residual)
            table.Add(figures.MoneyTitle("margin to come"), $"≈ {figures.Amount(residual)}",
                analysis is { ResidualLow: { } low, ResidualHigh: { } high }
                    ? $"({figures.Amount(low)} to {figures.Amount(high)}), present value"
                    : "present value, no interval");
        else
            table.Add(figures.MoneyTitle("margin to come"), Cell.Missing, "see below why");
        if (analysis.ExpectedPurchases12m is { } purchases)
            table.Add(
                "purchases in 12 months", $"≈ {figures.Number(purchases, 0)}", "expected, the mean of what may come");
    }

    private static string Days(AnalysisDocument analysis) => analysis is { FirstDay: { } first, LastDay: { } last }
        ? $"first purchase {Figures.Day(first)}, last {Figures.Day(last)}"
        : "";

    private static string Repeat(AnalysisDocument analysis, Figures figures) =>
        $"{figures.Count(analysis.RepeatCustomers)} bought again "
        + $"({figures.Percent((double)analysis.RepeatCustomers / analysis.Customers)})";

    private static Cell Margin(AnalysisDocument analysis, Figures figures) => new(
        (analysis.Quality.EstimatedMargin > 0 ? "≈ " : "") + figures.Amount(analysis.MarginToDate),
        analysis.MarginToDate < 0 ? Ink.Losing : Ink.Strong);

    private static string MarginNote(AnalysisDocument analysis, Figures figures)
    {
        var rate = figures.Percent((double)analysis.Assumptions.MarginRate);
        var declared = analysis.Assumptions.MarginRateMark == "default"
            ? $"our default rate {rate}"
            : $"your rate {rate}";
        return analysis.Quality.EstimatedMargin switch
        {
            0 => "from recorded costs",
            >= 1 => $"{declared} of revenue, no costs known",
            var share => $"{figures.Percent(share)} of revenue at {declared}, the rest from costs",
        };
    }

    private static string Whale(WhaleCurve whale, Figures figures) =>
        $"reached at {figures.Percent(whale.PeakShareOfCustomers ?? 1)} of customers; "
        + (whale.ImplicitLosses > 0
            ? $"the rest lose {figures.Amount(whale.ImplicitLosses)}"
            : "nobody loses us money");
}
