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

    private sealed record Order(long Id, DateOnly Day, decimal Amount, Guid Customer, string? Note);
}
