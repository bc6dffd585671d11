namespace Mainstay.Cli.Shell;

/// <summary>Every way a command can end; the documented list of exit codes.</summary>
internal enum ExitCode
{
    /// <summary>Fine, also with estimates and fallbacks: they stand in <c>quality</c>.</summary>
    Ok = 0,

    /// <summary>Rows were rejected, a refund or currency could not be matched, or nothing could be valued.</summary>
    Incomplete = 1,

    /// <summary>Wrong option, missing file, directory, unreadable format.</summary>
    Usage = 2,

    /// <summary>Environment or engine failed, or the reconciliation did.</summary>
    Failed = 3,

    /// <summary>Stopped by Ctrl-C; nothing is left half done.</summary>
    Interrupted = 130,
}
