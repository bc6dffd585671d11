using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary><c>mainstay analyze FILE…</c>: an orders file in, what each customer is worth out.</summary>
internal static class AnalyzeCommand
{
    public static Command Create(Frame frame)
    {
        var options = new AnalyzeOptions();
        var command = new ExampledCommand("analyze",
            "An orders file in, what each customer is worth out. Keeps nothing; needs no workspace.",
            "mainstay analyze orders.csv",
            "mainstay analyze orders.csv --currency EUR --margin-rate 0.35 --report worth.html",
            "mainstay analyze orders.csv --format csv > customers.csv");
        options.AddTo(command);
        frame.Run(command, (call, cancellationToken) => RunAsync(call, options, cancellationToken));
        return command;
    }

    private static async Task<ExitCode> RunAsync(Call call, AnalyzeOptions options, CancellationToken cancellationToken)
    {
        using var analysis = await FileAnalysis.RunAsync(call, options, cancellationToken);
        await analysis.WriteReportAsync(call, options, cancellationToken);
        switch (call.Format)
        {
            case OutputFormat.Json:
                JsonText.Write(call.Context, json => System.Text.Json.JsonSerializer.Serialize(
                    json, analysis.Document, AnalysisWriting.Default.AnalysisDocument));
                break;
            case OutputFormat.Csv:
                call.Context.Out.Flush();
                await CustomerCsv.WriteAsync(
                    analysis.Connection, call.Context.Output, analysis.Document.Currency, cancellationToken);
                break;
            default:
                analysis.WritePage(call, options);
                break;
        }

        return Completeness.Of(analysis.Document);
    }
}
