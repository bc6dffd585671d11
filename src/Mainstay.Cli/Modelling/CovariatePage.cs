using System.Globalization;
using Mainstay.Cli.Terminal;
using Mainstay.Statistics.Files;

namespace Mainstay.Cli.Modelling;

/// <summary>What covariates do, for eyes.</summary>
internal static class CovariatePage
{
    private static readonly Figures s_figures = new("XXX", "en");

    public static void Write(Page page, IReadOnlyList<FittedCovariate> covariates, LikelihoodRatio? ratio)
    {
        page.Heading("What covariates do");
        var table = new TextTable(
            new("covariate", Flexible: true), new("on"), new("coefficient", Right: true),
            new("standard error", Right: true), new("p", Right: true));
        foreach (var each in covariates)
        {
            table.Add(
                each.Name, $"{each.Process} ({each.Parameter})", s_figures.Number(each.Coefficient, 4),
                each.StandardError is { } error ? s_figures.Number(error, 4) : Cell.Missing,
                each.P is { } p ? Chance(p) : Cell.Missing);
        }

        page.Table(table);
        var compared = covariates.Where(each => each.ComparedWith is not null)
            .Select(each => $"{each.Name.Split('=')[0]} with {each.ComparedWith}").Distinct().ToArray();
        if (compared.Length > 0)
        {
            page.Line();
            page.Paragraph($"Compared: {string.Join(", ", compared)}.", Ink.Muted);
        }

        if (ratio is null)
            return;
        page.Line();
        var verdict = ratio.P < 0.05 ? "explain more than chance would" : "explain no more than chance would";
        var chance = ratio.P < 0.0001 ? "p < 0.0001" : $"p = {Chance(ratio.P)}";
        page.Paragraph(
            $"Together they {verdict}: χ² {s_figures.Number(ratio.Chi2, 1)} on {s_figures.Count(ratio.Df)} degrees of "
            + $"freedom, {chance}; log-likelihood without them {s_figures.Number(ratio.LogLikelihoodWithout, 3)}.",
            Ink.Muted);
    }

    private static string Chance(double p) =>
        p < 0.0001 ? "< 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);
}
