-- Question  Which purchase history has each customer?
-- Grain     one row per customer with a purchase day on or before $as_of, by key
-- Params    $as_of date
select   customer.customer_key                                    as customer,
         cast(history.purchase_days - 1 as bigint)                as frequency,
         cast(history.last_day - history.first_day as bigint)     as recency_days,
         cast(cast($as_of as date) - history.first_day as bigint) as t_days
from     customer_history as history
join     current_customers as customer on customer.customer_id = history.customer_id
where    history.purchase_days > 0
order by customer.customer_key collate "C"
