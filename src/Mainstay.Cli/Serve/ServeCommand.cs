using System.CommandLine;
using Mainstay.Cli.Ledger;
using Mainstay.Cli.Shell;
using Mainstay.Ledger.Settings;
using Mainstay.Web.Shell.Hosting;

namespace Mainstay.Cli.Serve;

/// <summary><c>mainstay serve</c>: the dashboard, for a browser on this machine.</summary>
internal static class ServeCommand
{
    public static Command Create(Frame frame)
    {
        var port = PortOption();
        var command = new ExampledCommand("serve", "Open the dashboard for a browser on this machine.",
            "mainstay serve", "mainstay serve --port 8080 --workspace ./shop");
        command.Options.Add(port);
        frame.Run(command, async (call, cancellationToken) =>
        {
            OpenWorkspace.RequireUnserved(new Workspace(call.WorkspaceFolder));
            using var open = await OpenWorkspace.EnsuredAsync(call, cancellationToken);
            return await DashboardProcess.RunAsync(
                call, open, call.Value(port) ?? DashboardOptions.DefaultPort, cancellationToken);
        });
        return command;
    }

    public static Option<int?> PortOption() =>
        Options.WholeNumber(
            "--port", $"Port on 127.0.0.1; default {DashboardOptions.DefaultPort}.", least: 1, most: 65_535);
}
