using System.CommandLine;
using Mainstay.Cli.Ledger;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using Mainstay.DuckDb;
using Mainstay.Ledger.Import;

namespace Mainstay.Cli.Modelling;

/// <summary>
/// <c>mainstay model survival FILE</c>: how long until it happens, with those it has not happened to yet.
/// </summary>
internal static class SurvivalCommand
{
    public static Command Create(Frame frame)
    {
        var options = new SurvivalOptionSet();
        var command = new ExampledCommand("survival",
            "How long until an event, counting fairly those it has not happened to yet (Kaplan-Meier); with several "
            + "causes, how many go by each (Aalen-Johansen).",
            "mainstay model survival contracts.csv --duration months --event cancelled --by plan",
            "mainstay model survival contracts.csv --duration months --event reason --format csv > curves.csv");
        options.AddTo(command);
        frame.Run(command, (call, cancellationToken) => RunAsync(call, options, cancellationToken));
        return command;
    }

    private static async Task<ExitCode> RunAsync(
        Call call, SurvivalOptionSet options, CancellationToken cancellationToken)
    {
        var path = options.PathOf(call);
        using var connection = new DuckDbConnection("Data Source=:memory:");
        connection.Open();
        var (report, rows) = await ReadAsync(call, connection, options, path, cancellationToken);
        var durations = DurationReading.Of(rows, report, options.ColumnsOf(call), path);
        durations.SayRejects(call);
        var answer = SurvivalAnswer.Of(durations);
        switch (call.Format)
        {
            case OutputFormat.Json:
                JsonText.Write(call.Context, json => SurvivalJson.Write(json, answer));
                break;
            case OutputFormat.Csv:
                SurvivalCsv.Write(call.Context.Out, answer);
                break;
            default:
                SurvivalPage.Write(call.Page, answer);
                break;
        }

        foreach (var note in call.Format == OutputFormat.Table ? [] : answer.Notes)
            call.Say(note);
        return durations.Rejected > 0 ? ExitCode.Incomplete : ExitCode.Ok;
    }

    private static async Task<(ColumnFileReport Report, IReadOnlyList<DurationRow> Rows)> ReadAsync(
        Call call, DuckDbConnection connection, SurvivalOptionSet options, string path,
        CancellationToken cancellationToken)
    {
        using var line = new ProgressLine(call.Context.Error, call.Context.Interactive);
        return await DurationFile.ReadAsync(connection, path, options.ColumnsOf(call), options.ReadingOf(call),
            new ReadingProgress(line), cancellationToken);
    }
}
