-- Question  What is left of each customer's revenue, step by step?
-- Grain     one row per customer of a snapshot of whom money is known; $key: that one alone
-- Params    $snapshot_id uuid · $key varchar
select   customer, net_revenue, product_margin,
         product_margin - fees_and_delivery                          as after_fees_and_delivery,
         product_margin - fees_and_delivery - returns                as after_returns,
         product_margin - fees_and_delivery - returns - service_cost as after_cost_to_serve,
         margin_to_date                                              as after_marketing
from     customer_accounts
where    snapshot_id = cast($snapshot_id as uuid)
  and    (cast($key as varchar) is null or customer = cast($key as varchar))
  and    (cast($key as varchar) is not null or purchase_days > 0 or net_revenue <> 0 or margin_to_date <> 0)
order by customer collate "C"
