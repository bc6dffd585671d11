using Mainstay.DuckDb;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Purchases;
using Mainstay.Lifecycle;

namespace Mainstay.Tests.Lifecycle;

public sealed class PlainHistoryTests
{
    private const string Columns =
        "customer_id, purchase_days, first_day, last_day, repeat_spend, net_revenue, margin_to_date, margin_estimated";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_plain_log_has_the_history_that_its_purchase_days_have(bool byMonth)
    {
        using var connection = new DuckDbConnection("Data Source=:memory:");
        connection.Open();
        var sql = new SqlSession(connection, TestContext.Current.CancellationToken);
        sql.Execute(
            """
            create temp table current_order_lines as
            select cast(floor(random() * 300) as integer) as customer_id,
                   date '2019-01-01' + cast(floor(random() * 2000) as integer) as day,
                   cast(round(random() * 90, 2) - case when i % 7 = 0 then 45 else 0 end as decimal(18, 4)) as revenue
            from   range(2000) as one(i)
            union all select 900, date '2020-01-01', 0 union all select 901, date '2024-06-30', 12.3456
            union all select 902, date '2025-01-01', 3
            """);
        sql.Execute(SqlFile.Beside(typeof(PurchaseDays), "plain_days"));
        sql.Execute(SqlFile.Beside(typeof(PurchaseDays), "plain_purchase_days"));
        Assert.True(PurchaseDays.ArePlain(sql));
        var asOf = new DateOnly(2024, 6, 30);
        PurchaseHistoryTables.Build(sql, asOf, 0.35m, byMonth);
        sql.Materialize("general", PurchaseHistoryTables.Histories, ("as_of", asOf), ("margin_rate", 0.35m));
        Assert.InRange(Count("select * from customer_history"), 200, 302);
        Assert.Equal(
            byMonth ? Count("select * from general") : 0, Count("select * from customer_history where months > 0"));
        var columns = byMonth ? Columns + ", months" : Columns;
        foreach (var (one, other) in new[] { ("customer_history", "general"), ("general", "customer_history") })
            Assert.Equal(0, Count($"select {columns} from {one} except all select {columns} from {other}"));

        long Count(string query) => (long)sql.Scalar($"select count(*) from ({query})")!;
    }
}
