-- Question  What do the customers come to together?
-- Grain     one row
select   cast(count(case when purchase_days > 0 then 1 end) as bigint)                           as customers,
         coalesce(sum(net_revenue), 0)                                                           as net_revenue,
         coalesce(sum(margin_to_date), 0)                                                        as margin_to_date,
         cast(count(case when purchase_days = 0 then 1 end) as bigint)                           as refunded_customers,
         coalesce(sum(case when purchase_days = 0 then net_revenue end), 0) as refunded_net_revenue,
         coalesce(sum(case when purchase_days = 0 then margin_to_date end), 0)                   as refunded_margin,
         cast(count(case when purchase_days > 1 and repeat_spend <= 0 then 1 end) as bigint) as zero_spend_repeaters,
         min(first_day)                                                                          as first_day,
         max(last_day)                                                                           as last_day,
         cast(percentile_cont(0.5) within group (
                order by case when purchase_days > 0 then cast(net_revenue as double precision) end)
              as double precision)                                                               as median_revenue
from     customer_history
