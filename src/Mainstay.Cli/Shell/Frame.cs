using System.CommandLine;

namespace Mainstay.Cli.Shell;

/// <summary>What a command is created with: the context it runs in and the options all commands share.</summary>
internal sealed record Frame(CliContext Context, CommonOptions Common)
{
    /// <summary>Runs <paramref name="action"/> with the shared options already read.</summary>
    public void Run(Command command, Func<Call, CancellationToken, Task<ExitCode>> action) =>
        command.SetAction(async (line, cancellationToken) =>
            (int)await action(new Call(this, line), cancellationToken));

    /// <summary>The same for a command that needs no waiting.</summary>
    public void Run(Command command, Func<Call, ExitCode> action) =>
        command.SetAction(line => (int)action(new Call(this, line)));
}
