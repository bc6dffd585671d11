using System.CommandLine;

namespace Mainstay.Cli.Shell;

/// <summary>The options every command takes.</summary>
internal sealed class CommonOptions
{
    public Option<string?> Workspace { get; } = new("--workspace")
    {
        Description = "Folder of the business; default MAINSTAY_WORKSPACE, else ./mainstay-data.",
        HelpName = "DIR",
        Recursive = true,
    };

    public Option<string?> Ledger { get; } = new("--ledger")
    {
        Description = "Ledger on a PostgreSQL server, without its password; default MAINSTAY_LEDGER, the setting, "
            + "else the workspace's own file.",
        HelpName = "postgres://USER@HOST/DB",
        Recursive = true,
    };

    public Option<DateOnly?> AsOf { get; } = Recursive(Options.Date(
        "--as-of", "Last day seen by every figure; default: the last day with an order, not after today."));

    public Option<OutputFormat> Format { get; } = Recursive(Options.OneOf(
        "--format", "How to write the answer; default: table.",
        ("table", OutputFormat.Table), ("json", OutputFormat.Json), ("csv", OutputFormat.Csv)));

    public Option<bool> NoColor { get; } = new("--no-color")
    {
        Description = "Write without colour; so does the environment variable NO_COLOR.",
        Recursive = true,
    };

    public void AddTo(Command root)
    {
        root.Options.Add(Workspace);
        root.Options.Add(Ledger);
        root.Options.Add(AsOf);
        root.Options.Add(Format);
        root.Options.Add(NoColor);
    }

    /// <summary>The workspace folder: the option, the environment, or the default beside the caller.</summary>
    public string WorkspaceOf(ParseResult line, CliContext context) => context.PathOf(
        line.GetValue(Workspace) ?? context.Variable("MAINSTAY_WORKSPACE") ?? "mainstay-data");

    /// <summary>
    /// The format asked for, read from the words themselves: a line that does not parse still fails in it.
    /// </summary>
    public static OutputFormat FormatOf(IReadOnlyList<string> args)
    {
        var asked = args.Select((word, i) =>
            word == "--format" && i + 1 < args.Count ? args[i + 1]
            : word.StartsWith("--format=", StringComparison.Ordinal) ? word["--format=".Length..]
            : null).LastOrDefault(word => word is not null);
        return asked switch { "json" => OutputFormat.Json, "csv" => OutputFormat.Csv, _ => OutputFormat.Table };
    }

    private static Option<T> Recursive<T>(Option<T> option)
    {
        option.Recursive = true;
        return option;
    }
}
