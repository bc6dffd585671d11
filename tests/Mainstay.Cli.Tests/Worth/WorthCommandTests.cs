using Mainstay.Cli.Shell;
using Mainstay.Cli.Tests.Shell;

namespace Mainstay.Cli.Tests.Worth;

/// <summary>What the commands of worth accept, and how they refuse the rest.</summary>
public sealed class WorthCommandTests
{
    [Theory]
    [InlineData("worth tires", "unknown command tires", "tiers, perhaps")]
    [InlineData("worth what-if repice", "unknown command repice", "reprice, perhaps")]
    [InlineData("worth what-if reprice --by 10", "--by \"10\" is not a fraction from 0 to 1; write ten percent as 0.10")]
    [InlineData("worth what-if reprice --by 10%", "--by \"10%\" is not a fraction from 0 to 1")]
    [InlineData("worth what-if reprice --leave 1.2", "--leave \"1.2\" is not a fraction from 0 to 1")]
    [InlineData("worth what-if self-service --share -0.5", "--share \"-0.5\" is not a fraction from 0 to 1")]
    [InlineData("worth what-if reprice --tier loosing",
        "--tier \"loosing\" is not one of gold, strong, steady, thin, losing; did you mean losing?")]
    [InlineData("worth what-if minimum-order", "--least needs a value", "--least AMOUNT")]
    [InlineData("worth what-if minimum-order --least 0", "--least \"0\" is not an amount above 0")]
    [InlineData("worth what-if minimum-order --least 25EUR", "--least \"25EUR\" is not an amount above 0")]
    [InlineData("worth what-if let-go --leave 0.2", "unknown option --leave")]
    [InlineData("worth losers --limit 0", "--limit \"0\" is not a whole number from 1 to 1000000")]
    [InlineData("worth ladder --by week", "--by \"week\" is not one of month, quarter, year")]
    [InlineData("worth ladder --by month --by-customer --format csv", "CSV holds one table, and this asks for two")]
    public async Task A_mistake_ends_in_2_before_anything_is_read(string line, string error, string? expected = null)
    {
        var run = await CommandRun.Of(line.Split(' '));

        Assert.Equal((int)ExitCode.Usage, run.Code);
        Assert.Empty(run.Out);
        if (line.EndsWith("csv", StringComparison.Ordinal))
            Assert.Contains(error, run.Error, StringComparison.Ordinal);
        else
            Assert.StartsWith($"mainstay: {error}", run.Error, StringComparison.Ordinal);
        if (expected is not null)
            Assert.Contains($"expected: {expected}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("worth")]
    [InlineData("worth costs")]
    [InlineData("worth losers --format json")]
    public async Task Without_a_workspace_the_way_to_one_is_named(string line)
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.In(folder.Path, line.Split(' '));

        Assert.Equal(((int)ExitCode.Usage, ""), (run.Code, run.Out));
        Assert.Contains("mainstay import", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_if_alone_shows_what_it_can_be_asked()
    {
        var run = await CommandRun.Of("worth", "what-if");

        Assert.Equal(0, run.Code);
        Assert.All(
            (string[])["reprice", "minimum-order", "self-service", "let-go"],
            action => Assert.Contains($"  {action} ", run.Out, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mainstay worth cl", "clv")]
    [InlineData("mainstay worth what-if self", "self-service")]
    [InlineData("mainstay worth what-if reprice --tier lo", "losing")]
    [InlineData("mainstay worth ladder --by q", "quarter")]
    public async Task A_shell_that_asks_gets_the_words_that_fit(string line, string words)
    {
        var run = await CommandRun.Of($"[suggest:{line.Length}]", line);

        Assert.Equal(words.Split(' ').Order(), run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());
    }
}
