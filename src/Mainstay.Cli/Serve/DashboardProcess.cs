using System.Globalization;
using System.Security.Cryptography;
using Mainstay.Cli.Forwarding;
using Mainstay.Cli.Ledger;
using Mainstay.Cli.Shell;
using Mainstay.Web.Shell.Hosting;

namespace Mainstay.Cli.Serve;

/// <summary>
/// A dashboard from its start to Ctrl-C: it listens, says where, and takes other processes' commands.
/// </summary>
internal static class DashboardProcess
{
    public static async Task<ExitCode> RunAsync(
        Call call, OpenWorkspace open, int port, CancellationToken cancellationToken)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var commands = new CommandServer(context => context with { Served = open.Ledger, Clock = call.Context.Clock });
        await using var dashboard = await StartAsync(new DashboardOptions
        {
            Workspace = open.Workspace,
            Ledger = open.Ledger,
            Port = port,
            Commands = commands.HandleAsync,
            CommandToken = token,
            Clock = call.Context.Clock,
        }, cancellationToken);
        var serveFile = open.Workspace.ServePath;
        new ServeFile(dashboard.Address.ToString().TrimEnd('/'), token, Environment.ProcessId).Write(serveFile);
        try
        {
            call.Say($"Mainstay is open at {dashboard.Address} for this machine only. Ctrl-C closes it.");
            await dashboard.WaitForShutdownAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how a dashboard is closed.
        }
        finally
        {
            File.Delete(serveFile);
        }

        call.Say("Closed.");
        return ExitCode.Ok;
    }

    private static async Task<Dashboard> StartAsync(DashboardOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await Dashboard.StartAsync(options, cancellationToken);
        }
        catch (IOException taken)
        {
            var port = options.Port.ToString(CultureInfo.InvariantCulture);
            throw new CommandFailedException(new Failure($"port {port} cannot be used: {taken.Message.TrimEnd('.')}",
                Where: "--port", Found: port, Expected: "a free port",
                Do: string.Create(CultureInfo.InvariantCulture,
                    $"close the program that uses it, or mainstay serve --port {options.Port + 1}")));
        }
    }
}
