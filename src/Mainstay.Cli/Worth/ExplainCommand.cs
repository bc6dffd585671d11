using System.CommandLine;
using System.Text.Json;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using Mainstay.Ledger.Identity;
using Mainstay.Ledger.Import;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary><c>mainstay explain KEY</c>: why a customer is worth what they are, down to the order lines.</summary>
internal static class ExplainCommand
{
    public static Command Create(Frame frame) => CustomerKey.Command(
        frame, "explain", "Why a customer is worth what they are, down to the order lines.", WriteAsync);

    private static async Task WriteAsync(
        Call call, WorkspaceAnalysis analysis, KnownCustomer known, CancellationToken cancellationToken)
    {
        var why = await analysis.Customers.ExplainAsync(analysis.Snapshot, known.CustomerKey, cancellationToken)
            ?? throw CustomerKey.Unknown(known.CustomerKey);
        switch (call.Format)
        {
            case OutputFormat.Json:
                JsonText.Write(call.Context, json =>
                    JsonSerializer.Serialize(json, why, AnalysisJson.Default.CustomerExplanation));
                break;
            case OutputFormat.Csv:
                WriteCsv(call.Context.Out, why);
                break;
            default:
                call.Page.Answer($"Why {known.Name ?? known.CustomerKey} is worth "
                    + $"{analysis.Figures.Money(why.Value ?? 0)}, as of {Figures.Day(analysis.Document.AsOf)}.");
                call.Page.Line();
                call.Page.Table(ExplanationTable.Of(why, analysis.Figures));
                call.Page.Next($"mainstay customer {known.CustomerKey} tells the story behind it.");
                break;
        }
    }

    private static void WriteCsv(TextWriter writer, CustomerExplanation root)
    {
        CsvText.WriteLine(writer, ["path", "value", "unit", "formula", "note"]);
        Append(root, root.Name);

        void Append(CustomerExplanation node, string path)
        {
            CsvText.WriteLine(
                writer, [path, node.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
                node.Unit, node.Formula ?? "", node.Note ?? ""]);
            foreach (var child in node.Children)
                Append(child, $"{path} / {child.Name}");
        }
    }
}
