using System.Diagnostics;
using System.Text.Json;
using Mainstay.Cli.Tests.Shell;
using Mainstay.Cli.Tests.Worth;

namespace Mainstay.Cli.Tests.Ledger;

public sealed class KilledImportTests
{
    private const int Rows = 150_000;

    /// <summary>Killed when this file grows: once while rows are written ahead, once amid the commit.</summary>
    [Theory]
    [InlineData("mainstay.duckdb")]
    [InlineData("mainstay.duckdb.wal")]
    public async Task A_killed_import_is_in_whole_or_not_at_all_and_can_be_made_again(string growing)
    {
        using var folder = new TemporaryFolder();
        folder.File("orders.csv", Orders.TwentyFour);
        folder.File("more.csv", Orders.Many(Rows));
        Assert.Equal(0, (await CommandRun.In(folder.Path, "import", "orders.csv")).Code);
        var before = await OrdersInAsync(folder);

        using (var import = ChildProcess.Start(folder.Path, "mainstay import more.csv"))
            await KillAsync(import, new FileInfo(Path.Combine(folder.Path, "mainstay-data", growing)));

        // Where the kill came after the last byte of the commit, the import is in: whole, and to be found in the list.
        var after = await OrdersInAsync(folder);
        Assert.Contains(after, (long[])[before, before + Rows]);
        Assert.Equal(after == before ? 1 : 2, await ImportsInAsync(folder));
        Assert.Equal(0, (await CommandRun.In(folder.Path, "doctor")).Code);

        Assert.Equal(0, (await CommandRun.In(folder.Path, "import", "more.csv")).Code);
        Assert.Equal(before + Rows, await OrdersInAsync(folder));
    }

    private static async Task KillAsync(Process import, FileInfo growing)
    {
        var start = growing.Exists ? growing.Length : 0;
        do
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
            growing.Refresh();
        }
        while (!import.HasExited && !(growing.Exists && growing.Length > start));
        import.Kill();
        await import.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<long> OrdersInAsync(TemporaryFolder folder) =>
        (await JsonAsync(folder, "status")).GetProperty("orders").GetInt64();

    private static async Task<int> ImportsInAsync(TemporaryFolder folder) =>
        (await JsonAsync(folder, "imports")).GetProperty("imports").GetArrayLength();

    private static async Task<JsonElement> JsonAsync(TemporaryFolder folder, string command)
    {
        var run = await CommandRun.In(folder.Path, command, "--format", "json");
        Assert.True(run.Code == 0, run.Error);
        using var document = JsonDocument.Parse(run.Out);
        return document.RootElement.Clone();
    }
}
