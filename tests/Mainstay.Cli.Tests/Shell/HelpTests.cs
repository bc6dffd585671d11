using System.CommandLine;
using System.Text;
using Mainstay.Cli.Shell;
using Mainstay.Tests;

namespace Mainstay.Cli.Tests.Shell;

public sealed class HelpTests
{
    [Fact]
    public async Task Help_names_mainstay_and_every_command()
    {
        var run = await CommandRun.Of("--help");

        Assert.Equal(0, run.Code);
        Golden.Match(run.Out, "cli/help.txt");
        Assert.Equal(run, await CommandRun.Of());
    }

    [Fact]
    public async Task The_reference_says_what_help_says()
    {
        var text = new StringBuilder("""
            # Command line

            Generated from the commands themselves by the tests; `mainstay COMMAND --help` says the same.
            Data goes to standard output, talk to standard error. Tables are for eyes; `--format json` is a contract.


            """.ReplaceLineEndings("\n"));
        text.Append(ExitCodes());
        foreach (var path in Paths(Tree(), []))
        {
            var help = await CommandRun.Of([.. path, "--help"]);
            text.Append("## mainstay ").AppendJoin(' ', path).Append("\n\n```text\n").Append(help.Out.TrimEnd()).Append("\n```\n\n");
        }

        Golden.Match(text.ToString().TrimEnd() + "\n", "../../docs/reference/command-line.md");
    }

    [Fact]
    public void No_help_line_is_wider_than_the_terminal() =>
        Assert.All(Paths(Tree(), []), path => Assert.All(
            CommandRun.Of([.. path, "--help"]).GetAwaiter().GetResult().Out.Split('\n'), line => Assert.InRange(line.Length, 0, 100)));

    private static string ExitCodes() => """
        ## Exit codes

        | code | meaning |
        |---|---|
        | 0 | Fine, also with estimates and fallbacks: they stand in `quality`. |
        | 1 | Rows were rejected, a refund or currency could not be matched, or nothing could be valued. |
        | 2 | Wrong option, missing file, directory, unreadable format. |
        | 3 | Environment or engine failed, or the reconciliation did. |
        | 130 | Stopped by Ctrl-C; nothing is left half done. |

        With `--format json` an error is an object on standard error: `{error, where, found, expected, do}`.


        """.ReplaceLineEndings("\n");

    private static Command Tree() => CommandTree.Create(
        new Frame(CliContext.Over(Stream.Null, Stream.Null, Path.GetTempPath()), new CommonOptions()));

    private static IEnumerable<string[]> Paths(Command command, string[] path) =>
        command.Subcommands.SelectMany(sub => Paths(sub, [.. path, sub.Name]).Prepend([.. path, sub.Name]));
}
