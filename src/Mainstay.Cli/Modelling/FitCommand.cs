using System.CommandLine;
using System.Diagnostics;
using Mainstay.Cli.Shell;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Import;
using Mainstay.Lifecycle;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Files;
using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Posterior;
using Mainstay.Worth;

namespace Mainstay.Cli.Modelling;

/// <summary><c>mainstay model fit FILE --model NAME</c>: one model's parameters, and how far to trust them.</summary>
internal static class FitCommand
{
    public static Command Create(Frame frame)
    {
        var files = new ModelFiles();
        var model = Options.OneOf(
            "--model", "Which model; default: auto, the one that foretold these customers' own past best.",
            [.. CustomerAnalysis.Models.Prepend(AnalysisRequest.Auto).Select(name => (name, (string?)name))]);
        var file = Options.Text("--out", "FILE.json", "Write the model file here too, for model predict --fitted.");
        var command = new ExampledCommand("fit",
            "Fit a model of repeat buying: parameters, standard errors, posterior intervals. The JSON is a model file.",
            "mainstay model fit orders.csv --model mbg-nbd --out model.json",
            "mainstay model fit orders.csv --as-of 2026-06-30 --format json > model.json");
        files.AddTo(command);
        command.Options.Add(model);
        command.Options.Add(file);
        frame.Run(command, async (call, cancellationToken) =>
        {
            var watch = Stopwatch.StartNew();
            using var ledger = await files.OpenAsync(call, cancellationToken);
            var customers = files.Observe(call, ledger, cancellationToken);
            var asked = call.Value(model) ?? AnalysisRequest.Auto;
            var name = asked == AnalysisRequest.Auto ? Choose(call, ledger, customers, cancellationToken) : asked;
            var fitted = await Task.Run(
                () => Fit(AttritionFamilies.Named(name)!, customers, watch, cancellationToken), cancellationToken);
            if (call.Value(file) is { } path)
            {
                await WholeFile.WriteTextAsync(
                    call.Context.PathOf(path), writer => writer.WriteLineAsync(fitted.ToJson()));
            }

            FitPage.Write(call, fitted);
            return fitted.Model is null || ledger.Rejected > 0 ? ExitCode.Incomplete : ExitCode.Ok;
        });
        return command;
    }

    private static string Choose(
        Call call, OneShotLedger ledger, ObservedCustomers customers, CancellationToken cancellationToken)
    {
        var sql = new SqlSession(ledger.Connection, cancellationToken);
        var comparison = ModelComparison.Run(sql, [], customers.AsOf, customers.Period, cancellationToken);
        call.Say(comparison.Why);
        return comparison.Chosen;
    }

    private static ModelFile Fit(
        AttritionFamily family, ObservedCustomers customers, Stopwatch watch, CancellationToken cancellationToken)
    {
        var prepared = watch.Elapsed;
        Fit<ILatentAttrition> fit = family.FitTo(customers.Histories, cancellationToken: cancellationToken);
        var fitted = watch.Elapsed;
        var posterior = fit.Model is { } model
            ? AttritionPosterior.Of(family, customers.Histories, model, cancellationToken: cancellationToken)
            : null;
        var drawn = watch.Elapsed;
        if (fit.Model is { } known)
            HistoryForecasts.Means(known, customers);
        return ModelFile.Of(fit, posterior, customers.Period, VersionCommand.Mainstay) with
        {
            AsOf = customers.AsOf,
            Seconds = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["prepare"] = prepared.TotalSeconds,
                ["fit"] = (fitted - prepared).TotalSeconds,
                ["posterior"] = (drawn - fitted).TotalSeconds,
                ["predict"] = (watch.Elapsed - drawn).TotalSeconds,
            },
        };
    }
}
