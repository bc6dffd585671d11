using System.CommandLine;
using Mainstay.Cli.Modelling.Summaries;
using Mainstay.Cli.Shell;

namespace Mainstay.Cli.Modelling;

/// <summary><c>mainstay model fit FILE --model NAME</c>: one model's parameters, and how far to trust them.</summary>
internal static class FitCommand
{
    public static Command Create(Frame frame)
    {
        var files = new ModelFiles();
        var model = Options.OneOf(
            "--model", "Which model; default: auto, the one that foretold these customers' own past best, or of a "
            + "summary the likeliest.",
            [.. ModelNames.All.Prepend(ModelNames.Auto).Select(name => (name, (string?)name))]);
        var covariates = Options.Text(
            "--covariates", "COLUMN,COLUMN",
            "Columns of FILE that buying and leaving may depend on; of an order log, each customer's first value.");
        var file = Options.Text("--out", "FILE.json", "Write the model file here too, for model predict --fitted.");
        var command = new ExampledCommand("fit",
            "Fit a model of buying, leaving or spending: parameters, standard errors, posterior intervals. The JSON "
            + "is a model file.",
            "mainstay model fit orders.csv --model mbg-nbd --out model.json",
            "mainstay model fit orders.csv --as-of 2026-06-30 --format json > model.json",
            "mainstay model fit customers.csv --summary --model pareto-nbd --covariates channel,age");
        files.AddTo(command);
        foreach (var option in (Option[])[model, covariates, file])
            command.Options.Add(option);
        frame.Run(command, async (call, cancellationToken) =>
        {
            var request = new FitRequest(call.Value(model) ?? ModelNames.Auto, Words(call.Value(covariates)));
            var (fitted, rejected) = files.IsSummary(call)
                ? await SummaryFit.RunAsync(call, files, request, cancellationToken)
                : await LogFit.RunAsync(call, files, request, cancellationToken);
            if (call.Value(file) is { } path)
            {
                await WholeFile.WriteTextAsync(
                    call.Context.PathOf(path), writer => writer.WriteLineAsync(fitted.ToJson()));
            }

            FitPage.Write(call, fitted);
            return fitted.Model is null || rejected > 0 ? ExitCode.Incomplete : ExitCode.Ok;
        });
        return command;
    }

    private static string[] Words(string? list) =>
        list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToArray() ?? [];
}
