-- Question  What is each customer worth, line by line for export?
-- Grain     one row per customer, by key
select   customer, stage, state, tier, frequency, recency, t, monetary_value, p_alive, p_alive_model,
         expected_purchases_12m, margin_to_date, residual_value, residual_low, residual_high, lifetime_value
from     customer_worth
order by customer collate "C"
