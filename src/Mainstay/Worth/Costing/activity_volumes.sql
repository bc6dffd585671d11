-- Question  How much of each activity was there, at each price, and what of it says its own minutes or cost?
-- Grain     one row per price of an activity that anybody did, whether it has a customer, its mark, and what it says
-- Note      quantities, not costs: the company's total is taken from them and from prices, by another path than the sum
--           of customers
select   price_number, customer_id is null as is_unassigned, cast(mark_rank as bigint) as mark_rank,
         own_cost is not null as states_cost, own_minutes is not null as states_minutes,
         coalesce(sum(quantity), 0) as quantity, coalesce(sum(own_minutes), 0) as minutes,
         coalesce(sum(own_cost), 0) as cost
from     priced_costs
where    price_number is not null
group by price_number, customer_id is null, mark_rank, own_cost is not null, own_minutes is not null
order by price_number, is_unassigned, mark_rank, states_cost, states_minutes
