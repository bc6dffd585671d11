using System.Text;
using Mainstay.Ledger.Schema;

namespace Mainstay.Cli.Shell;

/// <summary>
/// Everything a command may know of the process it runs for. No command touches the console, so that a running
/// <c>serve</c> can run commands for other processes and hand back the same bytes.
/// </summary>
internal sealed record CliContext : IDisposable
{
    /// <summary>Data goes here; <see cref="Out"/> writes to it too and is flushed before raw bytes.</summary>
    public required Stream Output { get; init; }

    /// <summary>Data as text: UTF-8 without a mark, lines end in a line feed.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Talk: progress, notes, errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The bytes under <see cref="Error"/>.</summary>
    public required Stream ErrorStream { get; init; }

    /// <summary>What relative paths start from.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Columns of the terminal; tables use 80 to 100 of them.</summary>
    public int Width { get; init; } = 80;

    /// <summary>True when the answer goes to a terminal that shows colour.</summary>
    public bool Color { get; init; }

    /// <summary>True when <see cref="Error"/> is a terminal, so that a progress bar makes sense.</summary>
    public bool Interactive { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The caller's environment, as far as commands look at it.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The ledger this process holds already, when it is <c>serve</c> running commands for others.</summary>
    public LedgerDatabase? Served { get; init; }

    /// <summary>False inside <c>serve</c>, which must not send a command to itself.</summary>
    public bool SendsToServe { get; init; } = true;

    /// <summary>A context over two streams, for tests and for commands sent by another process.</summary>
    public static CliContext Over(Stream output, Stream error, string workingDirectory) => new()
    {
        Output = output,
        Out = Writer(output),
        Error = Writer(error, flush: true),
        ErrorStream = error,
        WorkingDirectory = workingDirectory,
    };

    public string PathOf(string path) => Path.GetFullPath(path, WorkingDirectory);

    public string? Variable(string name) => Environment.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>
    /// Closes all three. What could be written was, by <see cref="CommandHost"/>, which also said what could not: a
    /// full disk is not met a second time here.
    /// </summary>
    public void Dispose()
    {
        foreach (var end in (IDisposable[])[Out, Error, Output])
            try
            {
                end.Dispose();
            }
            catch (IOException)
            {
                // The rest has nowhere to go.
            }
    }

    private static StreamWriter Writer(Stream stream, bool flush = false) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024)
        {
            NewLine = "\n",
            AutoFlush = flush,
        };
}
