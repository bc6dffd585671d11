using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Statistics;

namespace Mainstay.Cli.Modelling;

/// <summary><c>mainstay model predict FILE --fitted m.json</c>: what a model foretells of every customer.</summary>
internal static class PredictCommand
{
    private const double Level = 0.9;

    public static Command Create(Frame frame)
    {
        var files = new ModelFiles();
        var fitted = Options.Text("--fitted", "FILE.json", "The model file, from model fit.");
        fitted.Required = true;
        var days = Options.WholeNumber("--days", "How far ahead, in days; default: a year of 365.25.", 1, 36525);
        var rate = Options.Fraction("--discount-rate", "What a year's wait costs; default: 0.10.");
        var command = new ExampledCommand("predict",
            "What a fitted model foretells of every customer in a file: alive, buying, how often, in which interval.",
            "mainstay model predict orders.csv --fitted model.json --format csv > forecast.csv",
            "mainstay model predict orders.csv --fitted model.json --days 90",
            "mainstay model predict customers.csv --summary --fitted model.json --format csv > forecast.csv");
        files.AddTo(command);
        foreach (var option in (Option[])[fitted, days, rate])
            command.Options.Add(option);
        frame.Run(command, async (call, cancellationToken) =>
        {
            var model = FittedModel.Of(call.Context.PathOf(call.Value(fitted)!));
            RefuseOtherPeriod(call, files, model.Period);
            var horizon = call.Value(days) is { } asked ? Horizon.OfDays(asked) : Horizon.Year;
            var delta = DiscountRate.PerYear((double)(call.Value(rate) ?? 0.10m)).PerPeriod(model.Period);
            var foretelling = new Foretelling(model, horizon, delta, Level);
            var (prediction, rejected) = files.IsSummary(call)
                ? await foretelling.OfSummaryAsync(call, files, cancellationToken)
                : await foretelling.OfLogAsync(call, files, cancellationToken);
            prediction.Write(call);
            return rejected > 0 ? ExitCode.Incomplete : ExitCode.Ok;
        });
        return command;
    }

    private static void RefuseOtherPeriod(Call call, ModelFiles files, Period period)
    {
        if (call.Value(files.Period) is { } asked && asked != period)
        {
            throw new CommandFailedException(new Failure(
                "the model counts in another period", Where: $"--period {asked.Name}",
                Found: $"fitted in {period.Name}s", Do: "leave --period out: predictions use the model's own"));
        }
    }
}
