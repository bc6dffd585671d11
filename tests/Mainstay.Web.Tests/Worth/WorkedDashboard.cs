using Mainstay.Ledger.Schema;
using Mainstay.Web.Tests.Dashboard;

namespace Mainstay.Web.Tests.Worth;

/// <summary>The sample shop, and what serving its customers took: work, capacity, fees, marketing, referrals.</summary>
public class WorkedDashboard : DemoDashboard
{
    // Every seventh customer calls all the time; C00007 is kept all the same.
    private static readonly string[] s_facts =
    [
        """
        select 'pool', null, null, date '2026-07-01' + cast(i * 92 as integer), date '2026-09-30' + cast(i * 92 as integer),
               'service desk', null, null, 21000.0, 4000.0, 0.25, 9000.0, 'measured'
        from generate_series(0, 1) as quarters (i)
        """,
        "select 'activity_time', null, null, null, null, 'support call', 'service desk', null, null, 12, null, null, 'time_study'",
        "select 'activity_time', null, null, null, null, 'order change', 'service desk', '4 + 3*lines', null, null, null, null, 'estimated'",
        "select 'rate', null, null, null, null, 'return', null, null, null, null, 0.8, 6.5, 'estimated'",
        """
        select 'activity', customer_id, null, date '2026-08-01' + cast(i * 3 as integer), null, 'support call', null, null, 1,
               case when n % 7 = 0 then 12 end, null, null, 'measured'
        from numbered, generate_series(0, 7) as calls (i) where i < 1 or n % 7 = 0
        """,
        "select 'activity', customer_id, null, date '2026-09-10', null, 'order change', null, 'lines=2', 1, null, null, null, 'measured' from numbered where n % 5 = 0",
        "select 'activity', customer_id, null, date '2026-09-12', null, 'return', null, null, 2, null, null, null, 'measured' from numbered where n % 3 = 0",
        "select 'activity', null, null, date '2026-09-12', null, 'support call', null, null, 40, null, null, null, 'measured'",
        "select 'order_cost', customer_id, null, date '2026-09-12', null, 'delivery', null, null, null, null, null, 2.4, 'measured' from numbered",
        "select 'touch', customer_id, null, date '2026-10-01', null, 'autumn letter', 'post', null, null, null, null, 1.15, 'measured' from numbered",
        "select 'acquisition_spend', null, null, date '2026-09-01', null, null, null, null, 60, null, null, 640, 'measured'",
        """
        select 'referral', a.customer_id, b.customer_id, date '2026-06-01', null, null, null, null, null, null, 0.6, 5, 'measured'
        from numbered a join numbered b on b.n = a.n + 20 where a.n in (3, 9, 12)
        """,
        "select 'exception', customer_id, null, date '2026-09-01', date '2027-03-01', 'promising', 'Ada', 'opens a second shop in spring', null, null, null, null, 'measured' from numbered where n = 7",
    ];

    /// <inheritdoc/>
    protected override async Task FillAsync(LedgerDatabase ledger)
    {
        using var connection = ledger.Connect();
        foreach (var facts in s_facts)
        {
            await RunAsync($"""
                insert into facts (fact_id, import_number, live, content, kind, customer_id, other_customer_id, row_number,
                    day, until, name, channel, detail, quantity, minutes, share, file_amount, exchange_rate, amount, mark)
                with numbered as (
                    select customer_id, row_number() over (order by customer_key) as n
                    from customers where customer_key like 'C%'),
                given (kind, customer_id, other_customer_id, day, until, name, channel, detail, quantity, minutes, share,
                    amount, mark) as ({facts})
                select cast(md5(concat('fact ', kind, row_number)) as uuid), 1, true,
                    cast(md5(concat('content ', kind, row_number)) as uuid), kind, cast(customer_id as uuid),
                    cast(other_customer_id as uuid), row_number, cast(day as date), cast(until as date), name, channel, detail,
                    cast(quantity as decimal(18,4)), cast(minutes as decimal(18,4)), cast(share as decimal(9,8)),
                    cast(amount as decimal(19,4)), 1, cast(amount as decimal(19,4)), mark
                from (select row_number() over (order by kind, name, cast(customer_id as varchar), cast(day as date)) as row_number, *
                      from given) as numbered_facts
                """);
        }

        await RunAsync("update ledger_info set value = cast(cast(value as bigint) + 1 as varchar) where name = 'ledger_version'");

        async Task RunAsync(string statement)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }
}
