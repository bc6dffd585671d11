using System.CommandLine.Parsing;
using Mainstay.Cli.Shell;

namespace Mainstay.Tests.House;

/// <summary>Every command in the documentation is understood by the program, to its last option.</summary>
public sealed class DocumentedCommandsTests
{
    private const string Launcher = "./mainstay ";

    [Fact]
    public void Every_command_in_the_documentation_exists()
    {
        var commands = Pages().SelectMany(page => Commands(page).Select(command => (page, command))).ToList();
        Assert.True(commands.Count > 20, "The documentation should be full of commands.");
        var unknown = commands.Select(use => (use.page, use.command, Error: ErrorOf(use.command)))
            .Where(use => use.Error is not null)
            .Select(use => $"{Path.GetRelativePath(Golden.Root(), use.page)}: {use.command}: {use.Error}").ToList();
        Assert.True(unknown.Count == 0, "Mend the page or the command:\n" + string.Join('\n', unknown));
    }

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Golden.Root(), "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Golden.Root(), "docs"), "*.md", SearchOption.AllDirectories));

    /// <summary>Lines that call the launcher inside a fenced block of shell.</summary>
    private static IEnumerable<string> Commands(string page)
    {
        var inShell = false;
        foreach (var line in File.ReadLines(page))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                inShell = line == "```sh";
            else if (inShell && line.StartsWith(Launcher, StringComparison.Ordinal))
                yield return line[Launcher.Length..].Split(" > ")[0];
        }
    }

    private static string? ErrorOf(string command)
    {
        var context = CliContext.Over(Stream.Null, Stream.Null, Path.GetTempPath());
        var tree = CommandTree.Create(new Frame(context, new CommonOptions()));
        return tree.Parse([.. CommandLineParser.SplitCommandLine(command)]).Errors.FirstOrDefault()?.Message;
    }
}
