using System.CommandLine;
using Mainstay.Ledger.Engines.Postgres;

namespace Mainstay.Cli.Shell;

/// <summary>What a command is created with: the context it runs in and the options all commands share.</summary>
internal sealed record Frame(CliContext Context, CommonOptions Common)
{
    /// <summary>Runs <paramref name="action"/> with the shared options already read.</summary>
    public void Run(Command command, Func<Call, CancellationToken, Task<ExitCode>> action) =>
        command.SetAction(async (line, cancellationToken) =>
        {
            var call = new Call(this, line);
            try
            {
                return (int)await action(call, cancellationToken);
            }
            catch (Exception cause) when (ServerTrouble.Of(cause) is { } trouble)
            {
                throw new CommandFailedException(FailureMap.Of(trouble, call.HeldAddress.Shown), cause);
            }
        });

    /// <summary>The same for a command that needs no waiting.</summary>
    public void Run(Command command, Func<Call, ExitCode> action) =>
        command.SetAction(line => (int)action(new Call(this, line)));
}
