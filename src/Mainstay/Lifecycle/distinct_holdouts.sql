-- Question  Which histories up to a cutoff occur with which purchases after it, and how many customers share them?
-- Grain     one row per distinct (frequency, recency_days, t_days, purchases)
-- Params    $cutoff date
select   purchase_days - 1                                 as frequency,
         cast(last_day - first_day as bigint)              as recency_days,
         cast(cast($cutoff as date) - first_day as bigint) as t_days,
         purchases,
         cast(count(*) as bigint)                          as customers
from     cutoff_history
group by purchase_days, last_day - first_day, cast($cutoff as date) - first_day, purchases
order by frequency, recency_days, t_days, purchases
