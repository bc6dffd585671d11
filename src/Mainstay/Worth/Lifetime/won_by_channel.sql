-- Question  How many customers were won, by month and channel?
-- Grain     one row per month and channel
select   month, channel, cast(count(*) as bigint) as customers
from     won_customers
group by month, channel
order by month, channel nulls first
