-- Question  How many purchase days did each calendar month see?
-- Grain     one row per month with a purchase day
-- Params    $as_of date
select   cast(date_trunc('month', cast(day as timestamp)) as date) as month,
         cast(sum(purchase_days) as bigint)                        as purchase_days
from     purchase_day_totals
where    valid_from <= cast($as_of as date) and (valid_until is null or valid_until > cast($as_of as date))
group by cast(date_trunc('month', cast(day as timestamp)) as date)
order by month
