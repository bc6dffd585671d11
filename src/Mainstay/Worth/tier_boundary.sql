-- Question  Among customers with the same margin, whose key is the $place-th?
-- Grain     one row, or none
-- Params    $margin decimal(38,12) · $place bigint
select   customer.customer_key
from     customer_history as history
join     current_customers as customer on customer.customer_id = history.customer_id
where    history.purchase_days > 0 and history.margin_to_date = cast($margin as decimal(38, 12))
order by customer.customer_key collate "C"
limit    1 offset cast($place as bigint) - 1
