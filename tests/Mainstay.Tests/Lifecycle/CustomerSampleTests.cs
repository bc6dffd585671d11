using Mainstay.DuckDb;
using Mainstay.Ledger.Engines;
using Mainstay.Lifecycle;

namespace Mainstay.Tests.Lifecycle;

public sealed class CustomerSampleTests
{
    /// <summary>An MD5 in hex is spread evenly, so that as many of a million lie below as are enough.</summary>
    [Theory]
    [InlineData(0, "g")]
    [InlineData(100_000, "g")]
    [InlineData(200_000, "80000000")]
    [InlineData(1_000_000, "19999999")]
    public void As_many_fingerprints_lie_below_as_customers_are_enough(long customers, string below) =>
        Assert.Equal(below, CustomerSample.Below(customers));

    [Fact]
    public void Of_numbered_customers_as_many_are_drawn_from_every_stretch_of_numbers()
    {
        using var connection = new DuckDbConnection("Data Source=:memory:");
        connection.Open();
        var sql = new SqlSession(connection, TestContext.Current.CancellationToken);
        sql.Execute(
            "create temp table customer_history as select cast(i as integer) as customer_id, "
            + "case when i % 5 = 0 then 0 else 1 end as purchase_days from range(1250000) as one(i)");
        using var sample = CustomerSample.Draw(sql, 1_000_000, numbered: true);
        Assert.False(sample.IsEveryone);
        for (var from = 0; from < 1_250_000; from += 125_000)
        {
            var drawn = sql.Scalar(
                "select count(*) from sampled_customers "
                + $"where customer_id >= {from} and customer_id < {from + 125_000}");
            Assert.InRange((long)drawn!, 9_900, 10_100);
        }

        Assert.Equal(0L, sql.Scalar("select count(*) from sampled_customers where customer_id % 5 = 0"));
    }
}
