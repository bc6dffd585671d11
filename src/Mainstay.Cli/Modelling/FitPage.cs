using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Files;

namespace Mainstay.Cli.Modelling;

/// <summary>A fit, in the format asked for; its JSON is the model file itself.</summary>
internal static class FitPage
{
    private static readonly Figures s_figures = new("XXX", "en");

    private static readonly Listing<KeyValuePair<string, double>> s_csv = new("parameters",
    [
        new("parameter", row => row.Key),
        new("value", row => row.Value),
    ]);

    public static void Write(Call call, ModelFile file)
    {
        switch (call.Format)
        {
            case OutputFormat.Json:
                call.Context.Out.WriteLine(file.ToJson());
                break;
            case OutputFormat.Csv:
                s_csv.Write(call, file.Parameters);
                break;
            default:
                WriteTable(call.Page, file);
                break;
        }
    }

    private static void WriteTable(Page page, ModelFile file)
    {
        if (file.Model is null)
        {
            page.Answer($"No model could be fitted. {string.Join(" ", file.Diagnosis)}");
            return;
        }

        var unit = file.Period is null ? "" : $" in {file.Period}s";
        page.Answer($"{file.Model}{unit}, fitted to {s_figures.Number(file.Customers, 0)} customers "
            + $"({s_figures.Count(file.DistinctRows)} distinct ones), log-likelihood "
            + $"{s_figures.Number(file.LogLikelihood ?? 0, 3)}, {(file.Converged ? "converged" : "not converged")}.");
        page.Line();
        page.Table(Parameters(file));
        if (file.Covariates is { } covariates)
            CovariatePage.Write(page, covariates, file.LikelihoodRatio);
        var predicts = file.Covariates is null && AttritionFamilies.Named(file.Model) is not null;
        foreach (var found in predicts ? file.Diagnosis.Prepend(Posterior(file)) : file.Diagnosis)
        {
            page.Line();
            page.Paragraph(found, Ink.Muted);
        }

        if (predicts)
            page.Next("mainstay model predict FILE --fitted model.json, after --out model.json.");
    }

    private static TextTable Parameters(ModelFile file)
    {
        TableColumn[] columns =
            [new("parameter"), new("value", Right: true), new("standard error", Right: true)];
        var table = new TextTable(file.Posterior is null ? columns : [.. columns, new("90 % interval", Right: true)]);
        foreach (var (letter, value) in file.Parameters)
        {
            Cell[] cells =
            [
                letter, s_figures.Number(value, 6),
                file.StandardErrors.TryGetValue(letter, out var error) ? s_figures.Number(error, 6) : Cell.Missing,
            ];
            table.Add(file.Posterior is null ? cells : [.. cells, Interval(file, letter)]);
        }

        return table;
    }

    private static Cell Interval(ModelFile file, string letter)
    {
        if (file.Posterior is not { } posterior || posterior.Letters.ToList().IndexOf(letter) is not (>= 0 and var at))
            return Cell.Missing;
        var values = posterior.Points.Select(point => point[at]).Order().ToArray();
        var tail = values.Length / 20;
        return $"{s_figures.Number(values[tail], 4)} to {s_figures.Number(values[^(tail + 1)], 4)}";
    }

    private static string Posterior(ModelFile file) => file.Posterior is { } posterior
        ? $"Intervals from posterior draws worth {s_figures.Number(posterior.EffectiveSampleSize, 0)} independent ones "
            + $"(k-hat {s_figures.Number(posterior.KHat, 2)}; below 0.5 is good)."
        : "No intervals: the data leave the parameters too open to draw from.";
}
