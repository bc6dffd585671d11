-- Question  What did payment and delivery of orders cost?
-- Grain     one row per live cost; customer_id null = unassigned
-- Columns   cost_kind  payment_fee | delivery
create view current_order_costs as
select fact_id, customer_id, order_id, day, name as cost_kind, amount as cost, mark
from   facts
where  live and kind = 'order_cost';
