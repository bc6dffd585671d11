-- Question  How many purchase days did each calendar month see?
-- Grain     one row per month with a purchase day
select   cast(date_trunc('month', cast(day as timestamp)) as date) as month,
         cast(sum(purchases) as bigint)                            as purchase_days
from     (select day, count(*) as purchases from purchase_days group by day) as by_day
group by cast(date_trunc('month', cast(day as timestamp)) as date)
order by month
