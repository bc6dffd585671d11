-- Question  What did serving a customer take, fact by fact?
-- Grain     one row per priced fact of the customer
-- Params    $customer_id uuid
select   category, day, what, drivers, price_number, quantity, own_minutes, own_cost, cost,
         cast(mark_rank as bigint) as mark_rank
from     priced_costs
where    customer_id = cast($customer_id as uuid) and cost is not null and cost <> 0
order by category, day nulls first, what collate "C", cost
