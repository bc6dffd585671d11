-- Question  Which purchase histories occur, and how many customers share each?
-- Grain     one row per distinct (frequency, recency_days, t_days)
-- Columns   customers  weight of the row
select   frequency, recency_days, t_days, cast(count(*) as bigint) as customers
from     customer_history
where    purchase_days > 0
group by frequency, recency_days, t_days
order by frequency, recency_days, t_days
