-- Question  Who costs more than they bring, worst first?
-- Grain     one row per row of losing_customers
select   customer_id, customer, name, net_revenue, margin_to_date, total_cost, avoidable_cost, minutes
from     losing_customers
order by margin_to_date, customer collate "C"
