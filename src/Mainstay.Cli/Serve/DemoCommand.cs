using System.CommandLine;
using Mainstay.Cli.Ledger;
using Mainstay.Cli.Shell;
using Mainstay.Demo;
using Mainstay.Ledger.Settings;
using Mainstay.Web.Shell.Hosting;

namespace Mainstay.Cli.Serve;

/// <summary><c>mainstay demo</c>: a sample business in a workspace of its own, imported, analysed and opened.</summary>
internal static class DemoCommand
{
    private const string Folder = "mainstay-demo";

    public static Command Create(Frame frame)
    {
        var noServe = new Option<bool>("--no-serve") { Description = "Prepare everything, open nothing." };
        var port = ServeCommand.PortOption();
        var customers = Options.WholeNumber(
            "--customers", "Customers of the sample; default 4000.", 1, SampleOptions.MostCustomers);
        var seed = Options.WholeNumber(
            "--seed", "Start of the sample's chance; the same seed gives the same shop.", 0, int.MaxValue);
        var command = new ExampledCommand("demo", "A sample business to look around in, apart from your own data.",
            "mainstay demo", "mainstay demo --no-serve --customers 500");
        foreach (var option in (Option[])[noServe, port, customers, seed])
            command.Options.Add(option);
        frame.Run(command, async (call, cancellationToken) =>
        {
            var sample = new SampleOptions { EndDay = Yesterday(call) };
            sample = sample with
            {
                Customers = call.Value(customers) ?? sample.Customers,
                Seed = call.Value(seed) is { } given ? (ulong)given : sample.Seed,
            };
            var workspace = new Workspace(call.NamesWorkspace ? call.WorkspaceFolder : call.Context.PathOf(Folder));
            using var open = await OpenWorkspace.NewAsync(
                call, workspace, empty => DemoShop.FillAsync(call, empty, sample, cancellationToken),
                cancellationToken);
            return call.Value(noServe)
                ? ExitCode.Ok
                : await DashboardProcess.RunAsync(
                    call, open, call.Value(port) ?? DashboardOptions.DefaultPort, cancellationToken);
        });
        return command;
    }

    /// <summary>The last day that is over in the sample's own time zone.</summary>
    private static DateOnly Yesterday(Call call)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(SampleBusiness.Settings.TimeZone);
        return DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTime(call.Context.Clock.GetUtcNow(), zone).DateTime).AddDays(-1);
    }
}
