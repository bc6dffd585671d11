using System.CommandLine;
using Mainstay.Cli.Shell;

namespace Mainstay.Cli.Worth;

/// <summary><c>mainstay export customers --out FILE</c>: every customer that matches, as CSV in a file.</summary>
internal static class ExportCommand
{
    public static Command Create(Frame frame)
    {
        var command = new ExampledCommand(
            "export", "Write data to a file.", "mainstay export customers --out customers.csv");
        command.Subcommands.Add(Customers(frame));
        return command;
    }

    private static ExampledCommand Customers(Frame frame)
    {
        var filters = new CustomerFilters();
        var output = new Option<string>("--out")
        {
            Description = "The CSV file to write.",
            HelpName = "FILE",
            Required = true,
        };
        var command = new ExampledCommand("customers", "One line per customer, never cut, with every figure unrounded.",
            "mainstay export customers --tier gold --out gold.csv")
        { UsesLedger = true };
        filters.AddTo(command);
        command.Options.Add(output);
        frame.Run(command, async (call, cancellationToken) =>
        {
            var path = call.Context.PathOf(call.Value(output)!);
            var request = filters.Of(call, search: null);
            using var analysis = await WorkspaceAnalysis.OfAsync(call, cancellationToken);
            await WholeFile.WriteAsync(path, content =>
                analysis.Customers.WriteCsvAsync(analysis.Snapshot, request, content, cancellationToken));
            var page = await analysis.Customers.ListAsync(
                analysis.Snapshot, request with { Count = 1 }, cancellationToken);
            Written.Say(call, path, page.Total);
            return ExitCode.Ok;
        });
        return command;
    }
}
