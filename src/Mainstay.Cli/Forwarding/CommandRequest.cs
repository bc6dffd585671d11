using Mainstay.Cli.Shell;

namespace Mainstay.Cli.Forwarding;

/// <summary>
/// A command line on its way to the process that owns the ledger, with all it may know of its caller.
/// </summary>
internal sealed record CommandRequest
{
    public required IReadOnlyList<string> Args { get; init; }

    public required string WorkingDirectory { get; init; }

    public required int Width { get; init; }

    public required bool Color { get; init; }

    public required bool Interactive { get; init; }

    /// <summary>Only variables that change what a command does.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    private static readonly string[] Variables = ["NO_COLOR", "MAINSTAY_WORKSPACE", "MAINSTAY_DEBUG"];

    public static CommandRequest Of(IReadOnlyList<string> args, CliContext context) => new()
    {
        Args = args,
        WorkingDirectory = context.WorkingDirectory,
        Width = context.Width,
        Color = context.Color,
        Interactive = context.Interactive,
        Environment = Variables.Where(context.Environment.ContainsKey)
            .ToDictionary(name => name, name => context.Environment[name], StringComparer.Ordinal),
    };
}
