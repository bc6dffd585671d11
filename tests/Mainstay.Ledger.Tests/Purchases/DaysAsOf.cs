using System.Globalization;
using Mainstay.Ledger.Tests.Import.Commit;

namespace Mainstay.Ledger.Tests.Purchases;

/// <summary>
/// What customers' days come to as of one day, twice: read from <c>purchase_days</c>, and computed afresh from order
/// lines and refunds by statements that know only that one as-of. The second is how it was done before the days were
/// kept.
/// </summary>
internal static class DaysAsOf
{
    private const string Kept =
        """
        with kept as (
            select customer_id, day, spend, net_revenue, net_of_costs, estimated_revenue
            from   purchase_days
            where  valid_from <= cast($as_of as date) and (valid_until is null or valid_until > cast($as_of as date))
        )
        select 'day', cast(customer_id as varchar), day, cast(spend as decimal(38, 4)), null, null
        from   kept
        where  spend is not null
        union all
        select 'customer', cast(customer_id as varchar), null, cast(sum(net_revenue) as decimal(38, 4)),
               cast(sum(net_of_costs) - sum(estimated_revenue) as decimal(38, 4)),
               cast(sum(estimated_revenue) as decimal(38, 4))
        from   kept
        group by customer_id
        """;

    private const string Afresh =
        """
        with refunded_orders_then as (
            select   refund.order_id, refund.refunded,
                     case when count(line.order_id) = 0 then 'unlinked'
                          when count(case when line.counted then 1 end) = 0 then 'void'
                          else 'linked' end as standing,
                     count(case when line.counted and line.cost is null then 1 end) = 0 as cost_known,
                     refund.refunded >= coalesce(sum(case when line.counted then line.revenue end), 0) as fully_refunded
            from     (select   order_id, sum(amount) as refunded
                      from     current_refunds
                      where    order_id is not null and day <= cast($as_of as date)
                      group by order_id) as refund
            left join (select order_id, revenue, cost,
                              day <= cast($as_of as date)
                                and (cancelled_on is null or cancelled_on > cast($as_of as date)) as counted
                       from   current_order_lines) as line on line.order_id = refund.order_id
            group by refund.order_id, refund.refunded
        ),
        effective_refunds_then as (
            select refund.customer_id,
                   case when refunded.standing = 'linked' then refund.order_day end as order_day,
                   coalesce(refunded.standing = 'linked' and refunded.fully_refunded, false) as whole_order,
                   refund.day, refund.amount,
                   case when refund.cost_returned is not null then refund.amount - refund.cost_returned
                        when refunded.standing = 'linked' and refunded.cost_known then refund.amount end as known_margin
            from   current_refunds as refund
            left join refunded_orders_then as refunded on refunded.order_id = refund.order_id
            where  refund.day <= cast($as_of as date) and coalesce(refunded.standing, 'unlinked') <> 'void'
        ),
        purchase_days_then as (
            select customer_id, day, sum(spend) as spend
            from   (select line.customer_id, line.day, line.revenue as spend
                    from   current_order_lines as line
                    left join refunded_orders_then as refunded
                           on refunded.order_id = line.order_id and refunded.standing = 'linked'
                    where  line.customer_id is not null
                      and  line.day <= cast($as_of as date)
                      and  (line.cancelled_on is null or line.cancelled_on > cast($as_of as date))
                      and  not coalesce(refunded.fully_refunded, false)
                    union all
                    select customer_id, order_day, -amount
                    from   effective_refunds_then
                    where  customer_id is not null and order_day is not null and not whole_order) as movement
            group by customer_id, day
        ),
        other_movements_then as (
            select line.customer_id, line.revenue as amount
            from   current_order_lines as line
            join   refunded_orders_then as refunded on refunded.order_id = line.order_id
            where  refunded.standing = 'linked' and refunded.fully_refunded and line.customer_id is not null
              and  line.day <= cast($as_of as date)
              and  (line.cancelled_on is null or line.cancelled_on > cast($as_of as date))
            union all
            select customer_id, -amount
            from   effective_refunds_then
            where  customer_id is not null and (order_day is null or whole_order)
        ),
        customer_costs_then as (
            select customer_id, sum(revenue) as revenue, sum(margin) as margin
            from   (select customer_id, revenue, revenue - cost as margin
                    from   current_order_lines
                    where  cost is not null and customer_id is not null and day <= cast($as_of as date)
                      and  (cancelled_on is null or cancelled_on > cast($as_of as date))
                    union all
                    select customer_id, -amount, -known_margin
                    from   effective_refunds_then
                    where  customer_id is not null and known_margin is not null) as movement
            group by customer_id
        ),
        money as (
            select customer_id, sum(amount) as net_revenue
            from   (select customer_id, spend as amount from purchase_days_then
                    union all select customer_id, amount from other_movements_then) as movement
            group by customer_id
        )
        select 'day', cast(customer_id as varchar), day, cast(spend as decimal(38, 4)), null, null
        from   purchase_days_then
        union all
        select 'customer', cast(money.customer_id as varchar), null, cast(money.net_revenue as decimal(38, 4)),
               cast(coalesce(costed.margin, 0) as decimal(38, 4)),
               cast(money.net_revenue - coalesce(costed.revenue, 0) as decimal(38, 4))
        from   money
        left join customer_costs_then as costed on costed.customer_id = money.customer_id
        """;

    /// <summary>Every day on which something in the ledger happens, and the day before it.</summary>
    public static IEnumerable<DateOnly> Turns(TestLedger ledger) =>
        ledger.Rows(
            """
            select cast(day as varchar) from current_order_lines
            union select cast(cancelled_on as varchar) from current_order_lines where cancelled_on is not null
            union select cast(day as varchar) from current_refunds
            """)
        .Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))
        .SelectMany(day => new[] { day.AddDays(-1), day }).Distinct();

    public static void AssertKeptIsAfresh(TestLedger ledger, DateOnly asOf) =>
        Assert.Equal(Rows(ledger, Afresh, asOf), Rows(ledger, Kept, asOf));

    private static IReadOnlyList<string> Rows(TestLedger ledger, string query, DateOnly asOf) =>
        [asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), .. ledger.Rows(
            query.Replace("$as_of", string.Create(CultureInfo.InvariantCulture, $"'{asOf:yyyy-MM-dd}'"), StringComparison.Ordinal))];
}
