-- Question  What stands on each customer's account in a snapshot, from product margin to lifetime value?
-- Grain     one row per snapshot and customer
-- Columns   product_margin     net revenue less the cost of goods
--           service_cost       cost to serve, returns apart
--           total_cost         all of it: product_margin − total_cost = margin_to_date
--           own_lifetime_value margin to date + residual value − acquisition cost; null where nothing is modelled; of
--                              whom every order was refunded nothing is to come
--           cost_mark          what the costs rest on; null: there are none
create view customer_accounts as
select    customer.snapshot_id, customer.customer_id, customer.customer, customer.name, customer.stage, customer.tier,
          customer.frequency, customer.monetary_value, customer.purchase_days, customer.net_revenue,
          customer.margin_to_date, customer.margin_rate, customer.service_rate, customer.residual_value,
          customer.residual_low, customer.residual_high, customer.lifetime_value, customer.margin_estimated,
          customer.margin_to_date + coalesce(cost.total_cost, 0)       as product_margin,
          coalesce(cost.fees_and_delivery, 0)                          as fees_and_delivery,
          coalesce(cost.returns, 0)                                    as returns,
          coalesce(cost.service_cost, 0)                               as service_cost,
          coalesce(cost.marketing, 0)                                  as marketing,
          coalesce(cost.total_cost, 0)                                 as total_cost,
          coalesce(cost.avoidable_cost, 0)                             as avoidable_cost,
          coalesce(cost.minutes, 0)                                    as minutes,
          coalesce(cost.estimated_cost, 0)                             as estimated_cost,
          coalesce(cost.acquisition_cost, 0)                           as acquisition_cost,
          coalesce(cost.referral_value, 0)                             as referral_value,
          cast(customer.margin_to_date as double precision)
            + case when customer.purchase_days = 0 then 0 else customer.residual_value end
            - cast(coalesce(cost.acquisition_cost, 0) as double precision) as own_lifetime_value,
          cost.mark                                                    as cost_mark
from      customer_snapshots as customer
left join (select snapshot_id, customer_id, fees_and_delivery, returns, service_cost, marketing, avoidable_cost,
                  minutes, estimated_cost, acquisition_cost, referral_value, mark,
                  fees_and_delivery + returns + service_cost + marketing as total_cost
           from   cost_snapshots) as cost
          on cost.snapshot_id = customer.snapshot_id and cost.customer_id = customer.customer_id;
