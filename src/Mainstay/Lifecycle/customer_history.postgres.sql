-- Question  How often, how recently and over how long has each customer bought, and what did they earn us?
-- Grain     one row per customer with an order or a refund that counts as of $as_of
-- Params    $as_of date · $margin_rate decimal(9,8)
-- Columns   purchase_days     0 when every order was refunded
--           repeat_spend      spend of the days after the first together
--           margin_to_date    known margin plus the rate times revenue without a cost, exact
--           margin_estimated  some of it rests on the rate
--           months            bit k is set when they bought in the k-th month before that of $as_of, 0 to 61; bit 62
--                             when they bought earlier
-- Note      materialised. PostgreSQL has no arg_min. Other
--           movements are few, so they join the grouped days instead of passing through the grouping
select   movement.customer_id,
         purchase_days,
         first_day,
         last_day,
         case when purchase_days > 1 then purchase_spend - first_spend end as repeat_spend,
         net_revenue,
         cast(coalesce(costed.margin, 0) as decimal(35, 12))
           + cast(net_revenue - coalesce(costed.revenue, 0) as decimal(26, 4)) * cast($margin_rate as decimal(9, 8))
           as margin_to_date,
         net_revenue <> coalesce(costed.revenue, 0)                        as margin_estimated,
         months
from     (select coalesce(bought.customer_id, other.customer_id)          as customer_id,
                 coalesce(bought.purchase_days, 0)                        as purchase_days,
                 bought.first_day, bought.last_day, bought.purchase_spend, bought.first_spend,
                 coalesce(bought.purchase_spend, 0) + coalesce(other.amount, 0) as net_revenue,
                 bought.months
          from   (select   customer_id,
                           cast(count(*) as integer)                      as purchase_days,
                           min(day)                                       as first_day,
                           max(day)                                       as last_day,
                           sum(spend)                                     as purchase_spend,
                           (array_agg(spend order by day))[1]                          as first_spend,
                           bit_or(cast(1 as bigint) << cast(least(62,
                             extract(year from cast($as_of as date)) * 12 + extract(month from cast($as_of as date))
                               - extract(year from day) * 12 - extract(month from day)) as integer)) as months
                  from     purchase_days
                  group by customer_id) as bought
          full outer join (select   customer_id, sum(amount) as amount
                           from     other_movements
                           group by customer_id) as other on other.customer_id = bought.customer_id) as movement
left join customer_costs as costed on costed.customer_id = movement.customer_id
