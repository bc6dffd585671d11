using System.Diagnostics;

namespace Mainstay.DuckDb.Tests;

public class CancellationTests
{
    private const string Endless = "select sum(hash(a.i, b.i)) from range(10_000_000) a(i), range(10_000_000) b(i)";

    [Fact]
    public async Task A_token_stops_a_long_query_and_the_connection_goes_on()
    {
        using var connection = Memory.Open();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await using var command = connection.CreateCommand(Endless);
        var clock = Stopwatch.StartNew();

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => command.ExecuteScalarAsync(stop.Token));

        Assert.Equal(stop.Token, failure.CancellationToken);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"Took {clock.Elapsed}.");
        Assert.Equal(1, connection.CreateCommand("select 1").ExecuteScalar());
    }

    [Fact]
    public async Task A_token_cancelled_before_runs_nothing()
    {
        using var connection = Memory.Open();
        connection.Execute("create table t(i integer)");
        await using var command = connection.CreateCommand("insert into t values (1)");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => command.ExecuteNonQueryAsync(new CancellationToken(canceled: true)));

        Assert.Equal(0, connection.Count("t"));
    }

    [Fact]
    public async Task A_token_stops_rows_and_chunks_on_their_way()
    {
        using var connection = Memory.Open();
        using var stop = new CancellationTokenSource();
        await using var command = connection.CreateCommand("select i from range(100_000_000_000) t(i)");
        await using (var reader = await command.ExecuteReaderAsync(stop.Token))
        {
            Assert.True(await reader.ReadAsync(stop.Token));
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.ReadAsync(stop.Token));
        }

        using var again = new CancellationTokenSource();
        using var columns = command.ExecuteColumns(again.Token);
        Assert.True(columns.NextChunk());
        await again.CancelAsync();
        Assert.ThrowsAny<OperationCanceledException>(() => columns.NextChunk());
    }

    [Fact]
    public async Task Cancel_stops_a_query_from_another_thread()
    {
        using var connection = Memory.Open();
        using var command = connection.CreateCommand(Endless);
        using var finished = new CancellationTokenSource();
        var cancelling = Task.Run(async () =>
        {
            while (!finished.IsCancellationRequested)
            {
                await Task.Delay(50, CancellationToken.None);
                command.Cancel();
            }
        });

        Assert.Throws<OperationCanceledException>(command.ExecuteScalar);

        await finished.CancelAsync();
        await cancelling;
    }

    [Fact]
    public void A_command_that_outlives_its_timeout_is_stopped()
    {
        using var connection = Memory.Open();
        using var command = connection.CreateCommand(Endless);
        command.CommandTimeout = 1;

        Assert.Equal("The command was stopped after its CommandTimeout of 1 s.", Assert.Throws<TimeoutException>(command.ExecuteScalar).Message);
    }

    [Fact]
    public async Task A_cancelled_statement_can_be_rolled_back()
    {
        using var connection = Memory.Open();
        connection.Execute("create table t(i hugeint)");
        using (var transaction = connection.BeginTransaction())
        {
            connection.Execute("insert into t values (1)");
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
            await using var command = connection.CreateCommand("insert into t " + Endless);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => command.ExecuteNonQueryAsync(stop.Token));
            transaction.Rollback();
        }

        Assert.Equal(0, connection.Count("t"));
    }
}
