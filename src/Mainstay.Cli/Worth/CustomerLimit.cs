using System.CommandLine;
using Mainstay.Cli.Shell;

namespace Mainstay.Cli.Worth;

/// <summary>How many customers an answer names: a screenful for eyes, everybody in a file.</summary>
internal sealed class CustomerLimit
{
    private const int Screenful = 20;

    public Option<int?> Option { get; } = Options.WholeNumber(
        "--limit", "How many customers to name; default: 20 in a table, all of them in JSON and CSV.", 1, 1_000_000);

    /// <summary>The number asked for; null: all of them.</summary>
    public long? Of(Call call) =>
        call.Value(Option) ?? (call.Format == OutputFormat.Table ? Screenful : (long?)null);

    /// <summary>Says how many of how many a table shows; nothing where it shows all.</summary>
    public static string? Note(long shown, long all, string whose, Terminal.Figures figures) => shown >= all
        ? null
        : $"{figures.Count(shown)} of {figures.Count(all)} {whose}; --limit {Math.Min(all, 1_000_000)} shows more, "
            + "--format csv writes all.";
}
