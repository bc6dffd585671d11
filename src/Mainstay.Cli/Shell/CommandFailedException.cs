namespace Mainstay.Cli.Shell;

/// <summary>Ends a command with a <see cref="Shell.Failure"/>; caught once, by <see cref="CommandHost"/>.</summary>
internal sealed class CommandFailedException(Failure failure) : Exception(failure.Error)
{
    public Failure Failure { get; } = failure;
}
