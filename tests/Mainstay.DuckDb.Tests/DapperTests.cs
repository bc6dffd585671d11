using Dapper;

namespace Mainstay.DuckDb.Tests;

public class DapperTests
{
    [Fact]
    public void A_query_gives_its_rows()
    {
        using var connection = Memory.Open();
        using var reader = connection.CreateCommand("select 42 as answer, 'forty-two' as words").ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal(42, reader.GetInt32(0));
        Assert.Equal("forty-two", reader.GetString(reader.GetOrdinal("words")));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Dapper_passes_named_parameters_and_maps_records()
    {
        using var connection = Memory.Open();
        connection.Execute("create table orders(id bigint, day date, amount decimal(19,4), customer uuid, note varchar)");
        var customer = Guid.Parse("018f0000-0000-7000-8000-000000000001");
        var changed = connection.Execute(
            "insert into orders values ($id, $day, $amount, $customer, $note)",
            new { id = 7L, day = new DateOnly(2024, 2, 29), amount = 12.3456m, customer, note = (string?)null });
        Assert.Equal(1, changed);

        var order = connection.QuerySingle<Order>(
            "select id, day, amount, customer, note from orders where day = $day and id = $id",
            new { day = new DateOnly(2024, 2, 29), id = 7L });

        Assert.Equal(new Order(7, new DateOnly(2024, 2, 29), 12.3456m, customer, null), order);
    }

    [Fact]
    public void A_transaction_not_committed_is_rolled_back()
    {
        using var connection = Memory.Open();
        connection.Execute("create table t(i integer)");
        using (var transaction = connection.BeginTransaction())
        {
            connection.Execute("insert into t values (1)", transaction: transaction);
        }

        Assert.Equal(0L, connection.ExecuteScalar<long>("select count(*) from t"));
    }

    [Fact]
    public void Dapper_carries_every_type_it_knows_and_null()
    {
        using var connection = Memory.Open();
        var all = new Everything(
            true, 1, 2, 3.5, 4.25m, new DateOnly(2024, 2, 29), new TimeOnly(1, 2, 3), new DateTime(2024, 2, 29, 1, 2, 3),
            new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.Zero), Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"), [1, 2], "text", null, null);

        var read = connection.QuerySingle<Everything>(
            """
            select $Flag as flag, $Small as small, $Big as big, $Real as real, $Money as money, $Day as day, $Time as time,
                   $Moment as moment, $Instant as instant, $Id as id, $Bytes as bytes, $Text as text,
                   cast($NoDay as date) as noday, cast($NoMoney as decimal(19,4)) as nomoney
            """, all);

        Assert.Equal(all with { Bytes = read.Bytes }, read);
        Assert.Equal(all.Bytes, read.Bytes);
    }

    [Fact]
    public void Dapper_leaves_parameters_out_that_the_statement_does_not_name()
    {
        using var connection = Memory.Open();

        Assert.Equal(3, connection.ExecuteScalar<int>("select $a + $ab", new { a = 1, ab = 2, abc = "x" }));
    }

    [Fact]
    public void Dapper_expands_lists_and_reads_several_results_asynchronous_ones_too()
    {
        using var connection = Memory.Open();
        Assert.Equal([2L, 4L], connection.Query<long>("select i from range(10) t(i) where i in $ids order by i", new { ids = new[] { 2, 4 } }));
        Assert.Equal([0L, 1L, 2L], connection.Query<long>("select i from range(3) t(i) order by i", buffered: false));

        using var several = connection.QueryMultiple("select 1 as one; select 'two' as two");
        Assert.Equal(1, several.ReadSingle<int>());
        Assert.Equal("two", several.ReadSingle<string>());
    }

    [Fact]
    public async Task Dapper_stops_with_its_token()
    {
        using var connection = Memory.Open();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var command = new CommandDefinition(
            "select sum(hash(a.i, b.i)) from range(10_000_000) a(i), range(10_000_000) b(i)", cancellationToken: stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection.ExecuteScalarAsync<decimal>(command));
    }

    private sealed record Everything(
        bool Flag, int Small, long Big, double Real, decimal Money, DateOnly Day, TimeOnly Time, DateTime Moment,
        DateTimeOffset Instant, Guid Id, byte[] Bytes, string Text, DateOnly? NoDay, decimal? NoMoney);

    private sealed record Order(long Id, DateOnly Day, decimal Amount, Guid Customer, string? Note);
}
