using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using Mainstay.Lifecycle;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary><c>mainstay customers</c>: the customers of the workspace, searched, filtered and sorted.</summary>
internal static class CustomersCommand
{
    public static Command Create(Frame frame)
    {
        var search = new Argument<string?>("SEARCH")
        {
            Description = "Found anywhere in key, name or email.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var filters = new CustomerFilters();
        var limit = Options.WholeNumber(
            "--limit", "How many to show; default: 50. CSV always writes all.", 1, 1_000_000);
        var command = new ExampledCommand("customers", "List customers with what they are worth.",
            "mainstay customers --tier losing --sort margin_to_date --ascending",
            "mainstay customers smith --limit 10",
            "mainstay customers --state at_risk --format csv > at-risk.csv")
        { UsesLedger = true };
        command.Arguments.Add(search);
        filters.AddTo(command);
        command.Options.Add(limit);
        frame.Run(command, (call, cancellationToken) =>
            RunAsync(call, filters.Of(call, call.Value(search)) with { Count = call.Value(limit) ?? 50 },
                cancellationToken));
        return command;
    }

    private static async Task<ExitCode> RunAsync(
        Call call, CustomerListRequest request, CancellationToken cancellationToken)
    {
        using var analysis = await WorkspaceAnalysis.OfAsync(call, cancellationToken);
        if (call.Format == OutputFormat.Csv)
        {
            call.Context.Out.Flush();
            await analysis.Customers.WriteCsvAsync(analysis.Snapshot, request, call.Context.Output, cancellationToken);
            return ExitCode.Ok;
        }

        var page = await analysis.Customers.ListAsync(analysis.Snapshot, request, cancellationToken);
        if (call.Format == OutputFormat.Json)
            CustomerJson.Write(call.Context, analysis.Document, page);
        else
            Show(call.Page, analysis, page);
        return ExitCode.Ok;
    }

    private static void Show(Page writer, WorkspaceAnalysis analysis, CustomerPage page)
    {
        var figures = analysis.Figures;
        if (page.Customers.Count == 0)
        {
            writer.Answer("No customer matches.");
            writer.Next("mainstay customers, without filters.");
            return;
        }

        writer.Table(CustomerTable.Of(page.Customers, figures));
        writer.Line();
        writer.Paragraph($"{figures.Count(page.Customers.Count)} of {figures.Count(page.Total)} customers, as of "
            + $"{Figures.Day(analysis.Document.AsOf)}. ≈ is an estimate; mainstay worth clv gives its interval.",
            Ink.Muted);
        writer.Next(
            $"mainstay customer {page.Customers[0].Customer}, or mainstay explain {page.Customers[0].Customer}.");
    }
}
