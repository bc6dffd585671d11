-- Question  What do the customers' costs come to together, and what belongs to nobody?
-- Grain     one row for customers, one for what is unassigned
select   customer_id is null as is_unassigned, sum(payment_fees) as payment_fees, sum(delivery) as delivery,
         sum(returns) as returns, sum(order_handling) as order_handling, sum(support) as support, sum(rework) as rework,
         sum(special_delivery) as special_delivery, sum(negotiation) as negotiation, sum(slow_payment) as slow_payment,
         sum(other_service) as other_service, sum(marketing) as marketing, sum(avoidable_service) as avoidable_service
from     customer_costs
group by customer_id is null
order by is_unassigned
