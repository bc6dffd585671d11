-- Question  Who costs more than they bring, worst first?
-- Grain     one row per row of losing_customers
select   customer_id, customer, name, net_revenue, margin_to_date, total_cost, avoidable_cost, minutes, payment_fees,
         delivery, returns, order_handling, support, rework, special_delivery, negotiation, slow_payment, other_service,
         marketing
from     losing_customers
order by margin_to_date, customer collate "C"
