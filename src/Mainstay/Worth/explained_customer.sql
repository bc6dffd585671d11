-- Question  From which numbers does a customer's value in a snapshot follow?
-- Grain     one row, or none
-- Params    $snapshot_id uuid · $key varchar
select   customer_id, frequency, recency, t, monetary_value, p_alive, residual_purchases, expected_spend, margin_rate,
         margin_to_date, residual_value, lifetime_value, net_revenue
from     customer_snapshots
where    snapshot_id = cast($snapshot_id as uuid) and customer = cast($key as varchar)
order by customer_id
limit    1
