using Dapper;
using Mainstay.DuckDb;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Tests.Import;
using Mainstay.Ledger.Tests.Import.Commit;

namespace Mainstay.Ledger.Tests.Purchases;

/// <summary>The same days in a ledger that is older than they are, and without a ledger.</summary>
public sealed class DaysElsewhereTests
{
    [Fact]
    public async Task A_ledger_from_before_the_days_were_kept_gets_them_when_it_is_opened()
    {
        var folder = Directory.CreateTempSubdirectory("mainstay-ledger");
        try
        {
            var path = Path.Combine(folder.FullName, "mainstay.duckdb");
            MakeAtSchema18(path);
            using var ledger = await TestLedger.OpenAsync(path);

            Assert.Equal(
                ["2024-01-01 | 2024-01-01 | 2024-01-09 | 10.0000 | 10.0000", "2024-01-01 | 2024-01-09 | - | 6.0000 | 6.0000"],
                ledger.Rows(
                    """
                    select cast(day as varchar), cast(valid_from as varchar), cast(valid_until as varchar), spend, net_revenue
                    from   purchase_days
                    """));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("", "a plain log")]
    [InlineData("1,2024-01-09,1,-4\n3,2024-01-10,,-1\n", "one with refunds")]
    public async Task A_file_analysed_at_once_has_the_days_it_would_have_in_a_ledger(string refunds, string because)
    {
        using var file = TextFile.Of($"customer,date,order_id,amount\n1,2024-01-01,1,10\n2,2024-01-03,2,5\n1,2024-01-01,3,2\n{refunds}");
        using var once = await OneShotLedger.OpenAsync([file.Path], new(), new());
        using var ledger = await TestEngine.DuckDb.OpenAsync();
        await FileImport.CommitAsync(
            ledger.Database, ledger.Staging, file.Path, new(), ledger.Settings, ledger.Clock, null, CancellationToken.None);
        const string Query =
            """
            select customer.customer_key, cast(day as varchar), cast(valid_from as varchar), cast(valid_until as varchar), spend,
                   net_revenue, net_of_costs, estimated_revenue
            from purchase_days join current_customers as customer using (customer_id) order by all
            """;

        Assert.True(Rows.Of(ledger.Staging, Query).SequenceEqual(Rows.Of(once.Connection, Query)), because);
    }

    private static void MakeAtSchema18(string path)
    {
        using var old = new DuckDbConnection($"Data Source={path}");
        old.Open();
        old.Execute("create table schema_migrations (number integer not null, name varchar not null, primary key (number))");
        foreach (var migration in Migration.All.Where(migration => migration.Number <= 18))
        {
            old.Execute(migration.Statement);
            old.Execute("insert into schema_migrations values ($number, $name)", new { number = migration.Number, name = migration.Name });
        }

        old.Execute(
            """
            insert into order_lines (line_id, import_number, live, content, order_id, customer_id, row_number, day, amount,
                                     exchange_rate, revenue)
            select md5('line'), 1, true, md5('line'), md5('order'), md5('anna'), 1, date '2024-01-01', 10, 1, 10
            """);
        old.Execute(
            """
            insert into refund_matches
            select md5('refund'), md5('anna'), md5('order'), date '2024-01-01', date '2024-01-09', 4, null, 'order_id'
            """);
        old.Execute("insert into ledger_info values ('ledger_version', '1')");
    }
}
