-- Question  Which refunds are one customer's?
-- Grain     one row per row of current_refunds
-- Params    $customer_id uuid
-- Note      materialised under the same name: what follows sees this customer only
select   customer_id, order_id, order_day, day, amount, cost_returned, matched_by
from     current_refunds
where    customer_id = cast($customer_id as uuid)
order by day, amount
