-- Question  Which order lines are one customer's?
-- Grain     one row per row of current_order_lines
-- Params    $customer_id uuid
-- Note      materialised under the same name: what follows sees this customer only
select   customer_id, order_id, day, revenue, cost, sku, cancelled_on
from     current_order_lines
where    customer_id = cast($customer_id as uuid)
order by day, order_id
