-- Question  From which numbers does a customer's value in a snapshot follow?
-- Grain     one row, or none
-- Params    $snapshot_id uuid · $key varchar
select   customer.customer_id, customer.frequency, customer.recency, customer.t, customer.monetary_value,
         customer.residual_purchases, customer.expected_spend, customer.margin_rate, customer.service_rate,
         customer.margin_to_date, customer.residual_value, customer.lifetime_value, customer.net_revenue,
         account.fees_and_delivery + account.returns as cost_before_service, account.total_cost,
         account.acquisition_cost, account.referral_value, customer.first_day
from     customer_snapshots as customer
join     customer_accounts as account
         on account.snapshot_id = customer.snapshot_id and account.customer_id = customer.customer_id
where    customer.snapshot_id = cast($snapshot_id as uuid) and customer.customer = cast($key as varchar)
order by customer.customer_id
limit    1
