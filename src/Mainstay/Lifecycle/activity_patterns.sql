-- Question  In which months did customers buy, by month of their first purchase?
-- Grain     one row per distinct (first month, pattern)
-- Columns   months  bit k is set when they bought in the k-th month before that of as-of; bit 62: further back
select   cast(date_trunc('month', cast(first_day as timestamp)) as date) as first_month,
         months,
         cast(count(*) as bigint) as customers
from     customer_history
where    purchase_days > 0
group by cast(date_trunc('month', cast(first_day as timestamp)) as date), months
order by first_month, months
