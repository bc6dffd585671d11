using System.Data.Common;
using Mainstay.Ledger;
using Mainstay.Ledger.Engines.Postgres;
using Mainstay.Ledger.Import;
using Mainstay.Worth;

namespace Mainstay.Cli.Shell;

/// <summary>
/// The one place where the world's exceptions become words: disk, permission, engine, and our own bugs.
/// </summary>
internal static class FailureMap
{
    public static Failure Of(Exception exception) => exception switch
    {
        CommandFailedException failed => failed.Failure,
        MistakeException mistake =>
            new(mistake.Message, mistake.Where, mistake.Found, mistake.Expected, mistake.Advice),
        ImportException { Problem: var problem } =>
            new("this cannot be read", problem.Where, problem.Found, problem.Expected, problem.Do),
        NothingToAnalyzeException nothing =>
            new("nothing could be valued", Found: nothing.Message,
                Do: "mainstay import orders.csv; what costs come to without orders: mainstay worth costs",
                Code: ExitCode.Incomplete),
        ReconciliationException broken => new("the customers do not add up to the ledger; no figure is shown",
            Found: broken.Message, Do: "this is a bug: please report it, as CONTRIBUTING.md says",
            Code: ExitCode.Failed),
        AggregateException { InnerExceptions.Count: 1 } wrapped => Of(wrapped.InnerExceptions[0]),
        _ when DiskFull.IsCauseOf(exception) => new("the disk is full", Found: FirstLine(exception.Message),
            Do: "free some space and run the same command again; the ledger holds nothing half done",
            Code: ExitCode.Failed),
        _ when DiskFull.IsLimitBehind(exception) => new("a file would grow larger than it may",
            Found: FirstLine(exception.Message),
            Do: "use another disk or raise the limit (ulimit -f), and run the same command again; "
                + "the ledger holds nothing half done",
            Code: ExitCode.Failed),
        OperationCanceledException => new("stopped; nothing is left half done", Code: ExitCode.Interrupted),
        FileNotFoundException { FileName: { } file } => MissingFile(file),
        DirectoryNotFoundException => new(FirstLine(exception.Message).TrimEnd('.'), Do: "check the path"),
        UnauthorizedAccessException => new("permission denied", Found: FirstLine(exception.Message),
            Do: "use a file or folder you may read and write", Code: ExitCode.Failed),
        IOException => new("reading or writing failed", Found: FirstLine(exception.Message), Code: ExitCode.Failed),
        DllNotFoundException => new("the embedded engine is missing from this installation",
            Found: FirstLine(exception.Message), Do: "remove the folder artifacts and run ./mainstay again",
            Code: ExitCode.Failed),
        OutOfMemoryException => new("there is not enough memory for this",
            Do: "close other programs, or split the file",
            Code: ExitCode.Failed),
        DbException => Engine(FirstLine(exception.Message)),
        _ => Bug(exception),
    };

    /// <summary>What is wrong with the server at an address.</summary>
    public static Failure Of(ServerTrouble trouble, string address) =>
        new(trouble.Error, Where: address, Found: trouble.Found, Do: trouble.Do, Code: ExitCode.Failed);

    public static Failure MissingFile(string path) => new(
        "there is no such file", Where: path, Expected: "a CSV, TSV, Parquet, JSON lines or XLSX file",
        Do: "check the path");

    /// <summary>The engine's own message; the one that people meet gets its cause in words.</summary>
    private static Failure Engine(string message) => message switch
    {
        _ when message.Contains("lock", StringComparison.OrdinalIgnoreCase)
               && message.Contains("onflicting", StringComparison.Ordinal) =>
            new("another process has this workspace open", Found: message,
                Do: "wait for it to end, or stop it, then run the same command again", Code: ExitCode.Failed),
        _ => new("the engine could not do this", Found: message, Do: "mainstay doctor", Code: ExitCode.Failed),
    };

    private static Failure Bug(Exception exception) => new(
        "a bug in Mainstay stopped this; your data is as it was before",
        Found: $"{exception.GetType().Name}: {FirstLine(exception.Message)}",
        Do: "run it again with MAINSTAY_DEBUG=1 and report what it prints, as CONTRIBUTING.md says",
        Code: ExitCode.Failed);

    /// <summary>One line, cut: an engine message can echo a whole row of the file.</summary>
    private static string FirstLine(string message)
    {
        var line = message.AsSpan();
        var end = line.IndexOfAny('\r', '\n');
        if (end >= 0)
            line = line[..end];
        return line.Length <= 240 ? line.ToString() : $"{line[..240]}…";
    }
}
