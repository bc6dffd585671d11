-- Question  How often, how recently and over how long has each customer bought, and what did they earn us?
-- Grain     one row per customer with an order or a refund that counts as of $as_of
-- Params    $as_of date · $margin_rate decimal(9,8)
-- Columns   purchase_days     0 when every order was refunded
--           repeat_spend      spend of the days after the first together
--           margin_to_date    what is left of costed revenue plus the rate times the rest, exact
--           margin_estimated  some of it rests on the rate
--           months            bit k is set when they bought in the k-th month before that of $as_of, 0 to 61; bit 62
--                             when they bought earlier
-- Note      materialised. One level of group by on the distribution column, so that shards do it whole. DuckDB only for
--           arg_min and date_diff: sorting each customer's days costs half as much again, taking years and months apart
--           a tenth
select   customer_id,
         cast(count(spend) as integer)                                              as purchase_days,
         min(case when spend is not null then day end)                              as first_day,
         max(case when spend is not null then day end)                              as last_day,
         case when count(spend) > 1 then sum(spend) - arg_min(spend, day) end       as repeat_spend,
         sum(net_revenue)                                                           as net_revenue,
         cast(sum(net_of_costs) - sum(estimated_revenue) as decimal(35, 12))
           + cast(sum(estimated_revenue) as decimal(26, 4)) * cast($margin_rate as decimal(9, 8)) as margin_to_date,
         sum(estimated_revenue) <> 0                                                as margin_estimated,
         bit_or(case when spend is not null then cast(1 as bigint) << cast(least(62,
           date_diff('month', day, cast($as_of as date))) as integer) end)          as months
from     purchase_days
where    valid_from <= cast($as_of as date) and (valid_until is null or valid_until > cast($as_of as date))
group by customer_id
