using Mainstay.Cli.Tests.Shell;
using Mainstay.Cli.Tests.Worth;

namespace Mainstay.Cli.Tests.Ledger;

public sealed class ImpossibleWorkspaceTests
{
    [Theory]
    [InlineData("orders.csv")]
    [InlineData("orders.csv/shop")]
    public async Task A_workspace_where_a_file_is_in_the_way_is_named_with_the_file(string workspace)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("orders.csv", Orders.TwentyFour);
        string[][] lines = [["import", file], ["demo", "--no-serve"], ["serve"], ["settings", "set", "currency", "EUR"]];
        foreach (var line in lines)
        {
            var run = await CommandRun.In(folder.Path, [.. line, "--workspace", workspace]);

            Assert.Equal((2, ""), (run.Code, run.Out));
            Assert.Equal($"""
                mainstay: {Path.Combine(folder.Path, workspace)}: the workspace folder cannot be made.
                  found:    {file} is a file
                  expected: a folder, or a place where you may make one
                  do:       name another folder with --workspace

                """.ReplaceLineEndings("\n"), run.Error);
        }

        Assert.Equal([file], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_name_no_folder_can_have_is_refused_with_the_place_it_was_to_be_in()
    {
        using var folder = new TemporaryFolder();

        var run = await CommandRun.In(
            folder.Path, "import", folder.File("orders.csv", Orders.TwentyFour), "--workspace", new string('x', 300));

        Assert.Equal(2, run.Code);
        Assert.Contains($"no folder of that name can be made in {folder.Path}", run.Error, StringComparison.Ordinal);
    }
}
