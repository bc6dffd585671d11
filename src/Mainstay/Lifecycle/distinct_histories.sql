-- Question  Which purchase histories occur, and how many customers share each?
-- Grain     one row per distinct (frequency, recency_days, t_days)
-- Params    $as_of date
-- Columns   frequency     purchase days after the first (x)
--           recency_days  first to last purchase day          t_days  first purchase day to $as_of
--           customers     weight of the row
select   cast(purchase_days - 1 as bigint)                as frequency,
         cast(last_day - first_day as bigint)             as recency_days,
         cast(cast($as_of as date) - first_day as bigint) as t_days,
         cast(count(*) as bigint)                         as customers
from     customer_history
where    purchase_days > 0
group by purchase_days, last_day - first_day, cast($as_of as date) - first_day
order by frequency, recency_days, t_days
