-- Question  What did each customer earn us once all that serving them took is paid?
-- Grain     one row per customer with an order, a refund or a cost that counts as of as-of
-- Columns   as in customer_history; margin_to_date is after fees, delivery, returns, cost to serve and marketing
-- Note      materialised as customer_history, over the histories of orders alone
select    coalesce(product.customer_id, cost.customer_id) as customer_id,
          coalesce(product.purchase_days, 0)              as purchase_days,
          product.first_day, product.last_day, product.repeat_spend,
          coalesce(product.net_revenue, 0)                as net_revenue,
          cast(coalesce(product.margin_to_date, 0) - coalesce(cost.contribution_cost, 0) as decimal(38, 12))
                                                          as margin_to_date,
          coalesce(product.margin_estimated, false) or coalesce(cost.mark_rank, 0) >= 2 as margin_estimated,
          product.months
from      product_history as product
full join (select customer_id, mark_rank,
                  fees_and_delivery + returns + service_cost + marketing as contribution_cost
           from   customer_costs
           where  customer_id is not null) as cost on cost.customer_id = product.customer_id
