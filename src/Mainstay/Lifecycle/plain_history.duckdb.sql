-- Question  What is customer_history where every purchase day is its revenue and nothing else?
-- Grain     one row per customer with an order on or before $as_of
-- Params    $as_of date · $margin_rate decimal(9,8) · $by_month boolean
-- Columns   as in customer_history; months without $by_month null
-- Note      materialised. One sum does for spend, net revenue and margin, which takes half the time. DuckDB only: the
--           days are those of an orders file that is analysed where it lies
select   customer_id,
         cast(count(*) as integer)                                                  as purchase_days,
         min(day)                                                                   as first_day,
         max(day)                                                                   as last_day,
         case when count(*) > 1 then cast(sum(spend) as decimal(18, 4)) - arg_min(spend, day) end as repeat_spend,
         cast(sum(spend) as decimal(18, 4))                                         as net_revenue,
         cast(cast(sum(spend) as decimal(26, 4)) * cast($margin_rate as decimal(9, 8)) as decimal(38, 12))
                                                                                    as margin_to_date,
         sum(spend) <> 0                                                            as margin_estimated,
         bit_or(case when cast($by_month as boolean) then cast(1 as bigint) << cast(least(62,
           date_diff('month', day, cast($as_of as date))) as integer) end)          as months
from     plain_days
where    day <= cast($as_of as date)
group by customer_id
