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

    public void AddTo(Command command)
    {
        Reading.AddTo(command);
        command.Options.Add(Period);
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
