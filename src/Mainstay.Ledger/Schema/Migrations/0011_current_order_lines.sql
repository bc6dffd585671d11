-- Question  Which order lines count today?
-- Grain     one row per live order line; customer_id null = unassigned; cancelled lines are included with their date
create view current_order_lines as
select customer_id, order_id, day, revenue, cost, sku, cancelled_on
from   order_lines
where  live;
