-- Question  Which spends per repeat purchase occur, and how many customers share each?
-- Grain     one row per distinct (frequency, repeat_spend) of customers who bought again
-- Columns   repeat_spend  over all their repeat days; divided by frequency it is the mean the spend model sees
select   cast(purchase_days - 1 as bigint) as frequency,
         cast(repeat_spend as double precision) as repeat_spend,
         cast(count(*) as bigint) as customers
from     customer_history
where    purchase_days > 1
group by purchase_days, repeat_spend
order by frequency, repeat_spend
