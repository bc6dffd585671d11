-- Question  Which customers have earned us least, or cost most?
-- Grain     one row per customer with a purchase day, worst first
-- Params    $count bigint
select   customer, name, stage, state, tier, frequency, recency, t, monetary_value, p_alive, p_alive_model,
         expected_purchases_12m, margin_to_date, residual_value, lifetime_value, first_day, last_day, net_revenue,
         margin_estimated
from     customer_worth
where    purchase_days > 0
order by margin_to_date asc, customer collate "C"
limit    cast($count as bigint)
