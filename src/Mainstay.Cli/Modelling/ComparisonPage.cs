using Mainstay.Cli.Terminal;
using Mainstay.Worth;

namespace Mainstay.Cli.Modelling;

/// <summary>A comparison for eyes: the choice, every model's record, and how the chosen one is calibrated.</summary>
internal static class ComparisonPage
{
    private static readonly Figures s_figures = new("XXX", "en");

    public static void Write(Page page, ComparisonDocument document)
    {
        page.Answer($"Use {document.Chosen}. {document.Why}");
        page.Heading(document.Cutoffs.Count == 0
            ? "Nothing could be held out"
            : $"Held out: {string.Join(", ", document.Cutoffs.Select(Figures.Day))} to {Figures.Day(document.AsOf)}");
        var table = new TextTable(
            new("model"), new("log score", Right: true), new("expected", Right: true), new("actual", Right: true),
            new("bias", Right: true), new("MAE", Right: true), new("in 90 %", Right: true));
        foreach (var model in document.Models)
            table.Add(Row(model, document.Chosen));
        page.Table(table);
        page.Line();
        page.Paragraph(
            "Log score: mean log probability given to what each customer then did; nearer 0 is better, and no score "
            + "means that something happened the model had ruled out. MAE: purchases off per customer. In 90 %: "
            + "customers within their own central 90 % of outcomes. company-pace and own-pace are rules of thumb to be "
            + "beaten.", Ink.Muted);
        var chosen = document.Models.FirstOrDefault(model => model.Model == document.Chosen);
        if (chosen is { ByFrequency.Count: > 0 })
            Calibration(page, chosen);
        page.Next("mainstay model fit FILE --out model.json, or mainstay analyze FILE, which chooses the same way.");
    }

    private static Cell[] Row(ComparedModel model, string chosen) =>
    [
        new(model.Model, model.Model == chosen ? Ink.Strong : model.Baseline ? Ink.Muted : Ink.Plain),
        Number(model.LogScore, 4),
        Number(model.Holdout?.ExpectedTotal, 0),
        Number(model.Holdout?.ActualTotal, 0),
        model.Holdout?.BiasPercent is { } bias
            ? $"{(bias > 0 ? "+" : "")}{s_figures.Number(bias)} %"
            : Cell.Missing,
        Number(model.Holdout?.Mae, 3),
        model.Holdout?.Interval90Coverage is { } coverage ? s_figures.Percent(coverage) : Cell.Missing,
    ];

    private static void Calibration(Page page, ComparedModel chosen)
    {
        page.Heading($"Purchases after the last cutoff, by repeat purchases before it, under {chosen.Model}");
        var table = new TextTable(
            new("before"), new("customers", Right: true), new("actual mean", Right: true),
            new("expected", Right: true));
        foreach (var bin in chosen.ByFrequency)
        {
            table.Add(
                bin.Name, s_figures.Number(bin.Customers, 0), s_figures.Number(bin.Actual, 3),
                s_figures.Number(bin.Expected, 3));
        }

        page.Table(table);
    }

    private static Cell Number(double? value, int digits) =>
        value is { } number ? s_figures.Number(number, digits) : Cell.Missing;
}
