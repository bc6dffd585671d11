using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Mainstay.Cli.Shell;
using Mainstay.Tests;

namespace Mainstay.Cli.Tests.Shell;

/// <summary>Every command the documentation shows is understood by the program, to its last option.</summary>
public sealed partial class DocumentedCommandsTests
{
    [Fact]
    public void Every_command_in_the_documentation_is_understood()
    {
        var shown = Pages().SelectMany(page => Commands(File.ReadAllText(page)).Select(line => (page, line))).ToList();

        Assert.InRange(shown.Count, 60, 1_000);
        Assert.Empty(from use in shown
                     let problem = ProblemOf(use.line)
                     where problem is not null
                     select $"{Path.GetRelativePath(Golden.Root(), use.page)} shows “mainstay {use.line}”: {problem}. "
                        + "Mend the page, or the command.");
    }

    /// <summary>The ledger does not know the command line, and still says which option would have helped.</summary>
    [Fact]
    public void Every_option_a_message_of_the_ledger_names_exists()
    {
        var known = Options(Tree()).Select(option => option.Name).ToHashSet();
        var sources = Directory.EnumerateFiles(
            Path.Combine(Golden.Root(), "src", "Mainstay.Ledger"), "*.cs", SearchOption.AllDirectories);
        var named = sources.SelectMany(path => OptionName().Matches(File.ReadAllText(path))).Select(match => match.Value).ToHashSet();

        Assert.Contains("--map", named);
        Assert.Empty(named.Except(known));
    }

    [Theory]
    [InlineData("customers --sort residual_value", null)]
    [InlineData("customers --sorted residual_value", "unknown option --sorted")]
    [InlineData("settings list", "unknown command list")]
    [InlineData("analyze", "FILE is missing")]
    public void A_command_that_does_not_exist_would_be_found(string line, string? problem) =>
        Assert.Equal(problem, ProblemOf(line));

    private static IEnumerable<string> Pages() => Directory.EnumerateFiles(Golden.Root(), "*.md").Concat(
        Directory.EnumerateFiles(Path.Combine(Golden.Root(), "docs"), "*.md", SearchOption.AllDirectories));

    /// <summary>Lines of a block and words in a sentence that call the program; a line of usage is not a call.</summary>
    private static IEnumerable<string> Commands(string page) => Call().Matches(page)
        .Select(match => match.Groups["line"].Value.Split(" > ")[0])
        .Where(line => !Placeholder().IsMatch(line));

    private static string? ProblemOf(string line)
    {
        var parsed = Tree().Parse([.. CommandLineParser.SplitCommandLine(line)]);
        return parsed.Errors.Count > 0 ? ParseFailure.Of(parsed).Error : null;
    }

    private static Command Tree() => CommandTree.Create(
        new Frame(CliContext.Over(Stream.Null, Stream.Null, Path.GetTempPath()), new CommonOptions()));

    private static IEnumerable<Option> Options(Command command) =>
        command.Options.Concat(command.Subcommands.SelectMany(Options));

    [GeneratedRegex(@"(?<=[ ""])--[a-z][a-z-]+", RegexOptions.None, 1000)]
    private static partial Regex OptionName();

    [GeneratedRegex(
        @"^[ ]*(\./)?mainstay[ ](?<line>\S.*)$|`(\./)?mainstay[ ](?<line>[^`]+)`",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();

    [GeneratedRegex(@"\[options\]|\[command\]|<|COMMAND", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
