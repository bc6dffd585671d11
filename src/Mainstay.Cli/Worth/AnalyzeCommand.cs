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
        using var file = await FileAnalysis.OpenAsync(call, options, cancellationToken);
        if (call.Format == OutputFormat.Csv && call.Value(options.Report) is null)
            return await file.WriteCsvAsync(call, cancellationToken);

        var document = await file.AnalyseAsync(cancellationToken);
        await file.WriteReportAsync(call, options, document, cancellationToken);
        switch (call.Format)
        {
            case OutputFormat.Json:
                JsonText.Write(call.Context, json => System.Text.Json.JsonSerializer.Serialize(
                    json, document, AnalysisWriting.Default.AnalysisDocument));
                break;
            case OutputFormat.Csv:
                await file.WriteAnalysedCsvAsync(call, cancellationToken);
                break;
            default:
                file.WritePage(call, options, document);
                break;
        }

        return Completeness.Of(document);
    }
}
