using System.Globalization;
using Mainstay.Cli.Tests.Worth;

namespace Mainstay.Cli.Tests.Shell;

/// <summary><c>/dev/full</c> is a disk without room; <c>ulimit -f</c> gives a file a length it cannot grow beyond.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FullDiskTests() => _folder.File("orders.csv", Orders.TwentyFour);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("analyze orders.csv > /dev/full")]
    [InlineData("analyze orders.csv --format json > /dev/full")]
    [InlineData("analyze orders.csv --format csv > /dev/full")]
    [InlineData("analyze orders.csv --report /dev/full")]
    [InlineData("customers > /dev/full")]
    [InlineData("report --out /dev/full")]
    [InlineData("export customers --out /dev/full")]
    [InlineData("--help > /dev/full")]
    public async Task An_answer_that_finds_no_room_ends_in_3_and_says_why(string line)
    {
        Assert.Equal(0, (await CommandRun.In(_folder.Path, "import", "orders.csv")).Code);

        var run = await ChildProcess.RunAsync(_folder.Path, "mainstay " + line);

        Assert.True(run.Code == 3, run.Said);
        Assert.Empty(run.Out);
        Assert.Contains("the disk is full", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandRun.In(_folder.Path, "doctor")).Code);
    }

    [Fact]
    public async Task When_not_even_the_reason_can_be_told_the_exit_code_tells() =>
        Assert.Equal(3, (await ChildProcess.RunAsync(_folder.Path, "mainstay analyze orders.csv > /dev/full 2>&1")).Code);

    [Fact]
    public async Task A_report_that_outgrows_its_place_leaves_the_one_that_was_there()
    {
        _folder.File("worth.html", "the old one");

        var run = await ChildProcess.RunAsync(_folder.Path, Limited(50, "mainstay analyze orders.csv --report worth.html"));

        AssertOutgrown(run);
        Assert.Equal("the old one", await File.ReadAllTextAsync(
            Path.Combine(_folder.Path, "worth.html"), TestContext.Current.CancellationToken));
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public async Task An_import_that_outgrows_its_place_leaves_the_ledger_as_it_was_and_can_be_made_again()
    {
        Assert.Equal(0, (await CommandRun.In(_folder.Path, "import", "orders.csv")).Code);
        var before = (await CommandRun.In(_folder.Path, "customers", "--format", "csv")).Out;
        _folder.File("more.csv", Orders.Many(20_000));

        AssertOutgrown(await ChildProcess.RunAsync(_folder.Path, Limited(1_000, "mainstay import more.csv")));

        Assert.Equal(before, (await CommandRun.In(_folder.Path, "customers", "--format", "csv")).Out);
        Assert.Equal(0, (await CommandRun.In(_folder.Path, "doctor")).Code);
        var again = await CommandRun.In(_folder.Path, "import", "more.csv");
        Assert.Matches(@"created\s+20,000 ", again.Out);
    }

    [Fact]
    public async Task A_demo_that_finds_no_room_leaves_nothing()
    {
        AssertOutgrown(await ChildProcess.RunAsync(_folder.Path, Limited(100, "mainstay demo --no-serve --customers 300")));

        Assert.Equal([Path.Combine(_folder.Path, "orders.csv")], Directory.GetFileSystemEntries(_folder.Path));
    }

    private static string Limited(int kilobytes, string line) =>
        string.Create(CultureInfo.InvariantCulture, $"trap '' XFSZ; ulimit -f {kilobytes}; {line}");

    private static void AssertOutgrown(CommandRun run)
    {
        Assert.True(run.Code == 3, run.Said);
        Assert.Contains("mainstay: a file would grow larger than it may.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
