using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Mainstay.Cli.Shell;
using Mainstay.Ledger.Engines;
using Mainstay.Worth;

namespace Mainstay.Cli.Modelling;

/// <summary><c>mainstay model compare FILE</c>: which model foretells these customers' purchases best.</summary>
internal static class CompareCommand
{
    private static readonly Listing<ComparedModel> s_csv = new("models",
    [
        new("model", row => row.Model),
        new("baseline", row => row.Baseline),
        new("log_score", row => row.LogScore),
        new("actual_total", row => row.Holdout?.ActualTotal),
        new("expected_total", row => row.Holdout?.ExpectedTotal),
        new("bias_percent", row => row.Holdout?.BiasPercent),
        new("mae", row => row.Holdout?.Mae),
        new("rmse", row => row.Holdout?.Rmse),
        new("interval_90_coverage", row => row.Holdout?.Interval90Coverage),
    ]);

    public static Command Create(Frame frame)
    {
        var files = new ModelFiles(readsSummaries: false);
        var cutoffs = Cutoffs();
        var command = new ExampledCommand("compare",
            "Fit every model as of earlier days, and see which foretold best what customers then did.",
            "mainstay model compare orders.csv",
            "mainstay model compare orders.csv --cutoff 2025-06-30 --cutoff 2025-12-31 --as-of 2026-06-30");
        files.AddTo(command);
        command.Options.Add(cutoffs);
        frame.Run(command, async (call, cancellationToken) =>
        {
            if (files.IsSummary(call))
                throw Summarised();
            using var ledger = await files.OpenAsync(call, cancellationToken);
            var sql = new SqlSession(ledger.Connection, cancellationToken);
            var asOf = call.AsOf ?? LastOrderDay.Find(sql) ?? throw new NothingToAnalyzeException();
            var days = call.Value(cutoffs)!;
            if (Array.Find(days, day => day >= asOf) is var late && late != default)
                throw Late(late, asOf);
            var document = await Task.Run(
                () => ModelComparison.Run(sql, days, asOf, files.PeriodOf(call), cancellationToken), cancellationToken);
            Write(call, document);
            return ledger.Rejected > 0 ? ExitCode.Incomplete : ExitCode.Ok;
        });
        return command;
    }

    private static Option<DateOnly[]> Cutoffs()
    {
        var option = new Option<DateOnly[]>("--cutoff")
        {
            Description =
                "Last day the models may see; may be repeated. Default: three, at 1/2, 5/8 and 3/4 of the time.",
            HelpName = "DATE",
            AllowMultipleArgumentsPerToken = true,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
        };
        option.CustomParser = result =>
        {
            var days = new List<DateOnly>();
            foreach (var token in result.Tokens)
            {
                if (DateOnly.TryParseExact(
                    token.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    days.Add(day);
                else
                    result.AddError($"--cutoff \"{token.Value}\" is not a date; write it as 2026-11-20");
            }

            return [.. days.Distinct()];
        };
        return option;
    }

    private static CommandFailedException Summarised() => new(new Failure(
        "a summary cannot be compared on", Where: "--summary",
        Found: "no day on which anybody bought, so nothing to hold out", Expected: "the order log",
        Do: "mainstay model fit FILE --summary chooses by what fits, for want of better"));

    private static CommandFailedException Late(DateOnly cutoff, DateOnly asOf) => new(new Failure(
        "a cutoff leaves nothing to foretell",
        Where: string.Create(CultureInfo.InvariantCulture, $"--cutoff {cutoff:yyyy-MM-dd}"),
        Expected: string.Create(CultureInfo.InvariantCulture, $"a day before {asOf:yyyy-MM-dd}, the last one seen"),
        Do: "name an earlier cutoff, or a later --as-of"));

    private static void Write(Call call, ComparisonDocument document)
    {
        switch (call.Format)
        {
            case OutputFormat.Json:
                JsonText.Write(call.Context, json => JsonSerializer.Serialize(
                    json, document, AnalysisJson.Default.ComparisonDocument));
                break;
            case OutputFormat.Csv:
                s_csv.Write(call, document.Models);
                break;
            default:
                ComparisonPage.Write(call.Page, document);
                break;
        }
    }
}
