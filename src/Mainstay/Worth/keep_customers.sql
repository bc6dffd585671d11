-- Question  How are the valued customers kept as snapshot $snapshot_id?
-- Grain     one row per row of customer_worth
-- Params    $snapshot_id uuid
insert into customer_snapshots (
         snapshot_id, customer_id, customer, name, email, stage, state, tier, frequency, recency, t, monetary_value,
         p_alive, p_alive_model, expected_purchases_12m, residual_purchases, expected_spend, margin_rate,
         service_rate, margin_to_date, residual_value, residual_low, residual_high, lifetime_value, first_day, last_day,
         purchase_days, net_revenue, margin_estimated)
select   cast($snapshot_id as uuid), customer_id, customer, name, email, stage, state, tier,
         frequency, recency, t, monetary_value, p_alive, p_alive_model, expected_purchases_12m, residual_purchases,
         expected_spend, margin_rate, service_rate, margin_to_date, residual_value, residual_low, residual_high,
         lifetime_value, first_day, last_day, purchase_days, net_revenue, margin_estimated
from     customer_worth
