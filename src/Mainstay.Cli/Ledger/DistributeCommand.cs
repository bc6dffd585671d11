using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using Mainstay.Ledger.Engines.Postgres.Distribution;
using Mainstay.Ledger.Schema;

namespace Mainstay.Cli.Ledger;

/// <summary><c>mainstay ledger distribute</c>: a ledger on one server becomes one on many.</summary>
internal static class DistributeCommand
{
    /// <summary>Names the servers; the only place where their addresses may hold passwords.</summary>
    private const string ServersVariable = "MAINSTAY_SERVERS";

    public static Command Create(Frame frame)
    {
        var ledger = new ExampledCommand("ledger", "Where the ledger lives.");
        var citus = new Option<bool>("--citus") { Description = "Over the workers of a Citus cluster." };
        var servers = new Option<string?>("--servers")
        {
            Description = $"Over these servers, separated by commas; default {ServersVariable}.",
            HelpName = "postgres://USER@HOST/DB,…",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the statements, and change nothing." };
        var command = new ExampledCommand(
            "distribute", "Spread a ledger on a PostgreSQL server over several, by customer.",
            "mainstay ledger distribute --servers postgres://shop@one/shop,postgres://shop@two/shop",
            "mainstay ledger distribute --citus --dry-run");
        command.Options.Add(citus);
        command.Options.Add(servers);
        command.Options.Add(dryRun);
        frame.Run(command, (call, cancellationToken) => RunAsync(
            call, call.Value(citus), call.Value(servers), call.Value(dryRun), cancellationToken));
        ledger.Subcommands.Add(command);
        return ledger;
    }

    private static async Task<ExitCode> RunAsync(
        Call call, bool citus, string? servers, bool dryRun, CancellationToken cancellationToken)
    {
        using var open = await OpenWorkspace.ExistingAsync(call, cancellationToken);
        var plan = Plan(open.Ledger, citus, servers, call);
        if (dryRun)
        {
            foreach (var part in plan.Steps.GroupBy(step => step.Server))
            {
                call.Context.Out.WriteLine($"-- {plan.NameOf(part.Key)}");
                foreach (var step in part)
                    call.Context.Out.WriteLine($"{step.Shown.TrimEnd().TrimEnd(';')};");
            }

            return ExitCode.Ok;
        }

        using (var line = new ProgressLine(call.Context.Error, call.Context.Interactive))
            await plan.RunAsync(new Progress<string>(server => line.Show(-1, server)), cancellationToken);
        call.Say($"The ledger's customers are spread over {plan.Steps.Max(step => step.Server)} servers.");
        return ExitCode.Ok;
    }

    private static LedgerDistribution Plan(LedgerDatabase ledger, bool citus, string? servers, Call call)
    {
        var given = servers ?? (citus ? null : call.Context.Variable(ServersVariable));
        if (citus == given is not null)
            throw new CommandFailedException(new Failure("say over what to spread the ledger",
                Expected: "either --citus or --servers", Do: "mainstay ledger distribute --help"));
        if (citus)
            return LedgerDistribution.OverCitus(ledger);
        var addresses = given!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (servers is not null && addresses.Any(Mainstay.Ledger.Engines.LedgerAddress.NamesPassword))
            throw new CommandFailedException(new Failure(
                "a password on the command line can be read by everybody on this machine",
                Where: "--servers", Expected: "addresses without passwords",
                Do: $"put it in PGPASSWORD, or the addresses in {ServersVariable}"));
        return LedgerDistribution.Over(ledger, addresses);
    }
}
