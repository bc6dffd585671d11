-- Question  How often, how recently and over how long has each customer bought, and what did they earn us?
-- Grain     one row per customer with an order or a refund that counts as of $as_of
-- Params    $as_of date · $margin_rate decimal(9,8)
-- Columns   purchase_days  0 when every order was refunded      recency_days  first to last purchase day
--           frequency      purchase days after the first (x)    t_days        first purchase day to $as_of
--           repeat_spend   spend of the repeat days together
--           margin_to_date known margin plus the rate times revenue without a cost, exact
--           months         bit k is set when they bought in the k-th month before that of $as_of, 0 to 61
-- Note      materialised. DuckDB only for arg_min: sorting each customer's days costs half as much again
select   customer_id,
         purchase_days,
         case when purchase_days > 0 then purchase_days - 1 end           as frequency,
         first_day,
         last_day,
         cast(last_day - first_day as bigint)                             as recency_days,
         cast(cast($as_of as date) - first_day as bigint)                 as t_days,
         case when purchase_days > 1 then purchase_spend - first_spend end as repeat_spend,
         net_revenue,
         known_margin,
         estimated_revenue,
         cast(known_margin as decimal(35, 12))
           + cast(estimated_revenue as decimal(26, 4)) * cast($margin_rate as decimal(9, 8)) as margin_to_date,
         months
from     (select   customer_id,
                   cast(count(case when purchases > 0 then 1 end) as bigint)     as purchase_days,
                   min(case when purchases > 0 then day end)                     as first_day,
                   max(case when purchases > 0 then day end)                     as last_day,
                   sum(case when purchases > 0 then spend end)                   as purchase_spend,
                   arg_min(spend, day) filter (where purchases > 0)              as first_spend,
                   sum(spend)                                                    as net_revenue,
                   coalesce(sum(known_margin), 0)                                as known_margin,
                   coalesce(sum(estimated_revenue), 0)                           as estimated_revenue,
                   bit_or(case when purchases > 0 and months_ago between 0 and 61
                               then cast(1 as bigint) << months_ago end)         as months
          from     (select customer_id, day, purchases, spend, known_margin, estimated_revenue,
                           cast(extract(year from cast($as_of as date)) * 12 + extract(month from cast($as_of as date))
                             - extract(year from day) * 12 - extract(month from day) as integer) as months_ago
                    from   customer_days
                    union all
                    select customer_id, day, 0, -amount, -known_margin, -estimated_revenue, null
                    from   effective_refunds
                    where  customer_id is not null and order_day is null) as movement
          group by customer_id) as customer
