using System.CommandLine;
using System.Globalization;

namespace Mainstay.Cli.Shell;

/// <summary>Answers a shell that asks <c>mainstay [suggest:CURSOR] "the line so far"</c>, one word per line.</summary>
internal static class Completion
{
    private const string Directive = "[suggest";

    public static bool IsAsked(IReadOnlyList<string> args) =>
        args.Count > 0 && args[0].StartsWith(Directive, StringComparison.Ordinal) && args[0].EndsWith(']');

    public static int Write(Command tree, IReadOnlyList<string> args, CliContext context)
    {
        var line = args.Count > 1 ? args[1] : "";
        var cursor = int.TryParse(args[0][Directive.Length..^1].TrimStart(':'), NumberStyles.None,
            CultureInfo.InvariantCulture, out var asked) ? Math.Min(asked, line.Length) : line.Length;
        var start = line.Length - line.TrimStart().Length;
        var program = line.IndexOf(' ', start);
        if (program < 0 || program >= cursor)
            return (int)ExitCode.Ok;
        var typed = line[(program + 1)..cursor];
        foreach (var completion in tree.Parse(typed).GetCompletions(typed.Length))
            context.Out.WriteLine(completion.Label);
        return (int)ExitCode.Ok;
    }
}
