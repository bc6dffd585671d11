-- Question  What did winning customers cost together, and how many did spending win?
-- Grain     one row
select coalesce(sum(acquisition_cost), 0)                             as acquisition_cost,
       coalesce(sum(channel_cost), 0)                                 as channel_cost,
       cast(count(case when channel_cost > 0 then 1 end) as bigint)   as won_by_spending
from   acquired_customers
