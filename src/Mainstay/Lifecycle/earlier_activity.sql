-- Question  How many customers bought in each month before those the patterns cover?
-- Grain     one row per month before $before
-- Params    $before date
select   month, cast(count(*) as bigint) as active_customers
from     (select distinct customer_id, cast(date_trunc('month', cast(day as timestamp)) as date) as month
          from   purchase_days
          where  day < cast($before as date)) as active
group by month
order by month
