-- Question  What did serving loss-makers cost, by what for?
-- Grain     one row per losing customer and category with a cost
select   customer_id, category, sum(cost) as cost
from     priced_costs
where    customer_id in (select customer_id from losing_customers) and cost is not null
group by customer_id, category
order by customer_id, category
