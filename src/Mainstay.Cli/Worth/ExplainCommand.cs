using System.CommandLine;
using System.Text.Json;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using Mainstay.Ledger.Import;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary><c>mainstay explain KEY</c>: why a customer is worth what they are, down to the order lines.</summary>
internal static class ExplainCommand
{
    public static Command Create(Frame frame)
    {
        var key = CustomerKey.Argument();
        var command = new ExampledCommand("explain", "Why a customer is worth what they are, down to the order lines.",
            "mainstay explain ann@example.org")
        { UsesLedger = true };
        command.Arguments.Add(key);
        frame.Run(command, (call, cancellationToken) => RunAsync(call, call.Value(key)!, cancellationToken));
        return command;
    }

    private static async Task<ExitCode> RunAsync(Call call, string key, CancellationToken cancellationToken)
    {
        using var analysis = await WorkspaceAnalysis.OfAsync(call, cancellationToken);
        var known = await CustomerKey.FindAsync(analysis, key, cancellationToken);
        var why = await analysis.Customers.ExplainAsync(analysis.Snapshot, known.CustomerKey, cancellationToken)
            ?? throw CustomerKey.Unknown(key);
        switch (call.Format)
        {
            case OutputFormat.Json:
                JsonText.Write(call.Context, json => JsonSerializer.Serialize(json, why, AnalysisJson.Default.CustomerExplanation));
                break;
            case OutputFormat.Csv:
                WriteCsv(call.Context.Out, why);
                break;
            default:
                call.Page.Answer($"Why {known.Name ?? known.CustomerKey} is worth {analysis.Figures.Money(why.Value ?? 0)}, as of "
                    + $"{Figures.Day(analysis.Document.AsOf)}.");
                call.Page.Line();
                call.Page.Table(ExplanationTable.Of(why, analysis.Figures));
                call.Page.Next($"mainstay customer {known.CustomerKey} tells the story behind it.");
                break;
        }

        return ExitCode.Ok;
    }

    private static void WriteCsv(TextWriter writer, CustomerExplanation root)
    {
        CsvText.WriteLine(writer, ["path", "value", "unit", "formula"]);
        Append(root, root.Name);

        void Append(CustomerExplanation node, string path)
        {
            CsvText.WriteLine(writer, [path, node.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
                node.Unit, node.Formula ?? ""]);
            foreach (var child in node.Children)
                Append(child, $"{path} / {child.Name}");
        }
    }
}
