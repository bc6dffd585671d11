-- Question  Which customers go by this key, or by this email in any letter case?
-- Grain     one row per customer
-- Params    $key varchar
select   customer_id, customer_key, name, email, country, is_lead
from     current_customers
where    customer_key = cast($key as varchar) or email = lower(trim(cast($key as varchar)))
order by customer_key collate "C", customer_id;
