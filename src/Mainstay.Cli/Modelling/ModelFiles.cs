using System.CommandLine;
using Mainstay.Cli.Ledger;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Settings;
using Mainstay.Lifecycle;
using Mainstay.Statistics;

namespace Mainstay.Cli.Modelling;

/// <summary>The files a model verb reads, and the options they are read by: order logs, as in <c>analyze</c>.</summary>
internal sealed class ModelFiles
{
    public ReadingOptions Reading { get; } = new();

    public Option<Period?> Period { get; } = Options.OneOf(
        "--period", "Unit of time of the model; default: week.",
        ("day", Statistics.Period.Day), ("week", Statistics.Period.Week), ("month", (Period?)Statistics.Period.Month));

    private readonly Option<bool> _summary = new("--summary")
    {
        Description = "FILE has a row per customer or cohort: x or frequency, t_x or recency, T; zbar or "
            + "monetary_value, n or periods, weight, litt; or cohort, period, survivors.",
    };

    private readonly Option<string[]> _only = Options.Pairs(
        "--only", "COLUMN=VALUE", "Only these rows of a summary, as in --only cohort=regular; may be repeated.");

    /// <param name="readsSummaries">Whether the verb reads summaries; else they are refused in words.</param>
    public ModelFiles(bool readsSummaries = true) =>
        (_summary.Hidden, _only.Hidden) = (!readsSummaries, !readsSummaries);

    public void AddTo(Command command)
    {
        Reading.AddTo(command);
        command.Options.Add(Period);
        command.Options.Add(_summary);
        command.Options.Add(_only);
    }

    /// <summary>Whether FILE is a summary and no order log.</summary>
    public bool IsSummary(Call call)
    {
        if (!call.Value(_summary) && call.Value(_only) is { Length: > 0 })
            throw new CommandFailedException(new Failure("--only chooses rows of a summary", Do: "add --summary"));
        return call.Value(_summary);
    }

    /// <summary>Columns and the value rows must have there.</summary>
    public IReadOnlyDictionary<string, string> OnlyOf(Call call) => Pairs.Of(call.Value(_only)!);

    /// <summary>Says that an option of order logs means nothing for a summary.</summary>
    public void RefuseOrderOptions(Call call)
    {
        foreach (var (option, isGiven) in ((Option, bool)[])
            [
                (Reading.DateOrder, call.Value(Reading.DateOrder) is not null),
                (Reading.Currency, call.Value(Reading.Currency) is not null),
                (Reading.Errors, call.Value(Reading.Errors) is not null),
            ])
        {
            if (isGiven)
            {
                throw new CommandFailedException(new Failure(
                    $"{option.Name} is for order logs", Do: $"leave {option.Name} or --summary out"));
            }
        }
    }

    public Period PeriodOf(Call call) => call.Value(Period) ?? Statistics.Period.Week;

    /// <summary>Reads the order files into memory; rows that cannot be understood are told and left out.</summary>
    public async Task<OneShotLedger> OpenAsync(Call call, CancellationToken cancellationToken)
    {
        using var line = new ProgressLine(call.Context.Error, call.Context.Interactive);
        var ledger = await OneShotLedger.OpenAsync(
            Reading.PathsOf(call), Reading.Of(call), new BusinessSettings(), new ReadingProgress(line),
            cancellationToken);
        await RejectFile.WriteAsync(
            call, ledger.Connection, Reading, ledger.Files, ledger.Rejected, besideInput: false, cancellationToken);
        return ledger;
    }

    public ObservedCustomers Observe(Call call, OneShotLedger ledger, CancellationToken cancellationToken) =>
        ObservedCustomers.Read(new SqlSession(ledger.Connection, cancellationToken), call.AsOf, PeriodOf(call));
}
