using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Web.Report;

namespace Mainstay.Cli.Worth;

/// <summary>
/// <c>mainstay report --out FILE.html</c>: the workspace's analysis as one file to open, print or mail.
/// </summary>
internal static class ReportCommand
{
    public static Command Create(Frame frame)
    {
        var output = new Option<string>("--out")
        {
            Description = "The file to write.",
            HelpName = "FILE.html",
            Required = true,
        };
        var command = new ExampledCommand("report", "Write the workspace's analysis as one HTML file with charts.",
            "mainstay report --out worth.html")
        { UsesLedger = true };
        command.Options.Add(output);
        frame.Run(command, async (call, cancellationToken) =>
        {
            var path = call.Context.PathOf(call.Value(output)!);
            using var analysis = await WorkspaceAnalysis.OfAsync(call, cancellationToken);
            await WholeFile.WriteTextAsync(path, writer =>
                HtmlReport.WriteAsync(analysis.Document, writer, analysis.Settings.Locale, cancellationToken));
            Written.Say(call, path, analysis.Document.Customers);
            return Completeness.Of(analysis.Document);
        });
        return command;
    }
}
