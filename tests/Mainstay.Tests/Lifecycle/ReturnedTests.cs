using Mainstay.DuckDb;
using Mainstay.Ledger.Engines;
using Mainstay.Lifecycle;

namespace Mainstay.Tests.Lifecycle;

public sealed class ReturnedTests
{
    /// <summary>The purchase before the last is on day 20 of 30: before day 20.1 and 21, not before 20 or 12.</summary>
    [Theory]
    [InlineData(12, false)]
    [InlineData(20, false)]
    [InlineData(20.1, true)]
    [InlineData(21, true)]
    [InlineData(30, true)]
    [InlineData(1e15, true)]
    [InlineData(double.PositiveInfinity, true)]
    public void Whose_purchase_before_the_last_came_too_early_has_returned(double wonBackBefore, bool returned)
    {
        using var connection = new DuckDbConnection("Data Source=:memory:");
        connection.Open();
        var sql = new SqlSession(connection, TestContext.Current.CancellationToken);
        sql.Execute(
            "create temp table purchase_days as select customer_id, date '2024-01-01' + day as day, "
            + "date '2024-01-01' + day as valid_from, cast(null as date) as valid_until, 5.0 as spend "
            + "from (values (1, 0), (1, 10), (1, 20), (1, 30), (2, 0), (2, 10), (2, 29), (2, 30)) "
            + "as one(customer_id, day)");
        sql.Execute(
            "create temp table customer_history as select customer_id, count(*) as purchase_days, "
            + "min(day) as first_day, max(day) as last_day from purchase_days group by customer_id");
        sql.Execute(
            "create temp table history_scores as select cast(3 as bigint) as frequency, "
            + "cast(30 as bigint) as recency_days, cast(40 as bigint) as t_days, 'active' as state, "
            + "cast($before as double) as won_back_before", ("before", wonBackBefore));
        CustomerStates.FindReturned(sql, new DateOnly(2024, 2, 10));
        Assert.Equal(returned, Returned(1));
        Assert.Equal(wonBackBefore > 29, Returned(2));

        bool Returned(int customer) =>
            (bool)sql.Scalar($"select exists (select 1 from returned_customers where customer_id = {customer})")!;
    }
}
