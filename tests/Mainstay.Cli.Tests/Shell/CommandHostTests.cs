using System.Text.Json;
using Mainstay.Cli.Shell;

namespace Mainstay.Cli.Tests.Shell;

public sealed class CommandHostTests
{
    [Theory]
    [InlineData("versoin", "unknown command versoin", "version, perhaps")]
    [InlineData("--fromat json version", "unknown option --fromat", "--format, perhaps")]
    [InlineData("version --format=jsn", "--format \"jsn\" is not one of table, json, csv; did you mean json?", null)]
    [InlineData("version --as-of 03/04/2024", "--as-of \"03/04/2024\" is not a date; write it as 2026-11-20", null)]
    [InlineData("version --as-of", "--as-of needs a value", "--as-of DATE")]
    [InlineData("customers --sorted residual_value", "unknown option --sorted", "--sort, perhaps")]
    [InlineData("customer --fromat json", "unknown option --fromat", "--format, perhaps")]
    [InlineData("version extra", "extra is one word too many", null)]
    [InlineData("completion", "SHELL is missing", "mainstay completion SHELL")]
    [InlineData("completion tcsh", "there is no completion for tcsh", "bash, zsh, fish or powershell")]
    public async Task A_mistyped_line_ends_in_2_and_names_what_would_have_worked(string line, string error, string? expected)
    {
        var run = await CommandRun.Of(line.Split(' '));

        Assert.Equal((int)ExitCode.Usage, run.Code);
        Assert.Empty(run.Out);
        Assert.StartsWith($"mainstay: {error}", run.Error, StringComparison.Ordinal);
        if (expected is not null)
            Assert.Contains($"expected: {expected}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_format_json_an_error_is_an_object_with_the_five_names_of_the_contract()
    {
        var run = await CommandRun.Of("versoin", "--format", "json");

        using var error = JsonDocument.Parse(run.Error);
        Assert.Equal(["error", "where", "found", "expected", "do"],
            error.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal("unknown command versoin", error.RootElement.GetProperty("error").GetString());
        Assert.Equal("mainstay --help", error.RootElement.GetProperty("do").GetString());
    }

    [Fact]
    public async Task Version_is_data_on_the_data_stream()
    {
        var run = await CommandRun.Of("version", "--format", "json");

        using var version = JsonDocument.Parse(run.Out);
        Assert.Equal(0, run.Code);
        Assert.Empty(run.Error);
        Assert.Equal(VersionCommand.Mainstay, version.RootElement.GetProperty("mainstay").GetString());
    }

    [Theory]
    [InlineData("mainstay comp", "completion")]
    [InlineData("mainstay completion z", "zsh")]
    [InlineData("./mainstay version --format j", "json")]
    public async Task A_shell_that_asks_gets_the_words_that_fit(string line, string word)
    {
        var run = await CommandRun.Of($"[suggest:{line.Length}]", line);

        Assert.Equal([word], run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("bash", "complete -o filenames")]
    [InlineData("zsh", "compdef")]
    [InlineData("fish", "complete -c mainstay")]
    [InlineData("powershell", "Register-ArgumentCompleter")]
    public async Task Every_shell_gets_its_own_script(string shell, string mark)
    {
        var run = await CommandRun.Of("completion", shell);

        Assert.Contains(mark, run.Out, StringComparison.Ordinal);
        Assert.Contains("[suggest:", run.Out, StringComparison.Ordinal);
    }
}
