-- Question  What did serving customers cost in each month, by what for?
-- Grain     one row per month and category; month null: of no known day
select   cast(date_trunc('month', cast(day as timestamp)) as date) as month, category, coalesce(sum(cost), 0) as cost
from     priced_costs
group by cast(date_trunc('month', cast(day as timestamp)) as date), category
order by month nulls first, category
