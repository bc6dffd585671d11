namespace Mainstay.Cli.Shell;

/// <summary>Ends a command with a <see cref="Shell.Failure"/>; caught once, by <see cref="CommandHost"/>.</summary>
internal sealed class CommandFailedException(Failure failure, Exception? cause = null)
    : Exception(failure.Error, cause)
{
    public Failure Failure { get; } = failure;
}
