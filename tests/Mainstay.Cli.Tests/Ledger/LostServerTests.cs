using System.Text.Json;
using Mainstay.Cli.Tests.Shell;
using Mainstay.Cli.Tests.Worth;
using Mainstay.Tests;

namespace Mainstay.Cli.Tests.Ledger;

public sealed class LostServerTests
{
    [Fact]
    public async Task A_server_that_goes_away_leaves_nothing_half_done_and_the_command_can_be_run_again()
    {
        using var folder = new TemporaryFolder();
        folder.File("orders.csv", Orders.Many(2_000));
        using var server = PostgresServer.Start();
        var database = new Uri(server.NewDatabase()).AbsolutePath[1..];
        var environment = new Dictionary<string, string> { ["MAINSTAY_LEDGER"] = server.Address(database) };
        Task<CommandRun> RunAsync(params string[] args) => CommandRun.With(environment, folder.Path, args);
        var settings = await RunAsync("settings", "set", "week_start", "sunday");
        Assert.True(settings.Code == 0, settings.Said);

        foreach (var table in (string[])["order_lines", "customers"])
        {
            server.HoldWriting(database, table);
            await LoseAsync(server, database, RunAsync("import", "orders.csv"));
            using var status = JsonDocument.Parse((await RunAsync("status", "--format", "json")).Out);
            Assert.Equal(0, status.RootElement.GetProperty("orders").GetInt64());
            Assert.Equal(0L, server.Scalar(database, "select (select count(*) from imports) + (select count(*) from customers)"));
        }

        var import = await RunAsync("import", "orders.csv");
        Assert.True(import.Code == 0, import.Said);
        server.HoldCreating(database, "customer_history");
        await LoseAsync(server, database, RunAsync("customers"));
        Assert.Equal(0L, server.Scalar(
            database, "select (select count(*) from snapshots) + (select count(*) from customer_snapshots)"));

        var customers = await RunAsync("customers");
        Assert.True(customers.Code == 0, customers.Said);
    }

    /// <summary>The server dies while the command waits in the statement that is held, and comes back without the hold.</summary>
    private static async Task LoseAsync(PostgresServer server, string database, Task<CommandRun> command)
    {
        Assert.True(
            await server.SeesAsync(database, "wait_event = 'PgSleep'", command),
            command.IsCompleted ? (await command).Said : "");
        server.Kill();
        var run = await command;
        server.Restart();
        server.Release(database);

        Assert.Equal(3, run.Code);
        Assert.Contains("the connection to the server was lost; nothing is left half done", run.Error, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{server.Port}/{database}", run.Error, StringComparison.Ordinal);
        Assert.Contains("run the same command again", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Password, run.Said, StringComparison.Ordinal);
    }
}
