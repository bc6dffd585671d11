-- Question  How many customers bought in each month before those the patterns cover?
-- Grain     one row per month before $before
-- Params    $as_of date · $before date
select   month, cast(count(*) as bigint) as active_customers
from     (select distinct customer_id, cast(date_trunc('month', cast(day as timestamp)) as date) as month
          from   purchase_days
          where  day < cast($before as date)
            and  spend is not null
            and  valid_from <= cast($as_of as date)
            and  (valid_until is null or valid_until > cast($as_of as date))) as active
group by month
order by month
