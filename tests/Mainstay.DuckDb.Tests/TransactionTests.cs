using System.Data;

namespace Mainstay.DuckDb.Tests;

public class TransactionTests
{
    [Fact]
    public void A_commit_is_seen_by_others_and_only_then()
    {
        using var connection = Memory.Open();
        using var other = connection.Duplicate();
        connection.Execute("create table t(i integer)");
        using var transaction = connection.BeginTransaction();
        connection.Execute("insert into t values (1)");

        Assert.Equal(1, connection.Count("t"));
        Assert.Equal(0, other.Count("t"));
        transaction.Commit();
        Assert.Equal(1, other.Count("t"));
        Assert.Equal(IsolationLevel.Snapshot, transaction.IsolationLevel);
    }

    [Fact]
    public void A_conflict_is_an_error_of_the_second_writer_who_can_go_on_after_rolling_back()
    {
        using var first = Memory.Open();
        first.Execute("create table t(i integer); insert into t values (1)");
        using var second = first.Duplicate();
        using var winning = first.BeginTransaction();
        first.Execute("update t set i = 2");
        using (second.BeginTransaction())
        {
            var failure = Assert.Throws<DuckDbException>(() => second.Execute("update t set i = 3"));
            Assert.Equal(DuckDbErrorType.Transaction, failure.ErrorType);
        }

        winning.Commit();
        Assert.Equal(1, second.Execute("update t set i = 4 where i = 2"));
    }

    [Fact]
    public void An_error_leaves_the_transaction_to_be_rolled_back()
    {
        using var connection = Memory.Open();
        connection.Execute("create table t(i integer primary key); insert into t values (1)");
        using (connection.BeginTransaction())
        {
            connection.Execute("insert into t values (2)");
            Assert.Throws<DuckDbException>(() => connection.Execute("insert into t values (1)"));
        }

        Assert.Equal(1, connection.Count("t"));
        Assert.Equal(1, connection.Execute("insert into t values (3)"));
    }

    [Fact]
    public void Closing_the_connection_rolls_back()
    {
        using var keeper = Memory.Open();
        keeper.Execute("create table t(i integer)");
        using (var connection = keeper.Duplicate())
        {
            _ = connection.BeginTransaction();
            connection.Execute("insert into t values (1)");
        }

        Assert.Equal(0, keeper.Count("t"));
    }

    [Fact]
    public async Task The_asynchronous_forms_do_the_same()
    {
        var token = TestContext.Current.CancellationToken;
        await using var connection = new DuckDbConnection("Data Source=:memory:");
        await connection.OpenAsync(token);
        await using (var create = connection.CreateCommand("create table t(i integer)"))
            await create.ExecuteNonQueryAsync(token);
        await using (var transaction = await connection.BeginTransactionAsync(token))
        {
            await using var insert = connection.CreateCommand("insert into t values (1), (2)");
            Assert.Equal(2, await insert.ExecuteNonQueryAsync(token));
            await transaction.CommitAsync(token);
        }

        await using var select = connection.CreateCommand("select count(*) from t");
        Assert.Equal(2L, await select.ExecuteScalarAsync(token));
        await using var reader = await select.ExecuteReaderAsync(token);
        Assert.True(await reader.ReadAsync(token));
        Assert.False(await reader.ReadAsync(token));
    }
}
