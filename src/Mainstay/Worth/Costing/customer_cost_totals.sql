-- Question  What do the customers' costs come to together, and what belongs to nobody?
-- Grain     one row for customers, one for what is unassigned
select   customer_id is null as is_unassigned, sum(fees_and_delivery) as fees_and_delivery, sum(returns) as returns,
         sum(service_cost) as service_cost, sum(marketing) as marketing, sum(avoidable_service) as avoidable_service
from     customer_costs
group by customer_id is null
order by is_unassigned
