-- Question  What was spent on winning customers, by month and channel, and how many leads did it bring?
-- Grain     one row per month and channel
-- Params    $as_of date
select   cast(date_trunc('month', cast(month as timestamp)) as date) as month, lower(trim(channel)) as channel,
         sum(cost) as cost, sum(leads) as leads
from     current_acquisition_spend
where    month <= cast($as_of as date)
group by cast(date_trunc('month', cast(month as timestamp)) as date), lower(trim(channel))
order by month, channel nulls first
