-- Question  What stands on each customer's account in a snapshot, from product margin to lifetime value?
-- Grain     one row per snapshot and customer
-- Columns   product_margin     net revenue less the cost of goods
--           service_cost       cost to serve, returns apart: order handling … other service
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
          coalesce(cost.payment_fees, 0)                               as payment_fees,
          coalesce(cost.delivery, 0)                                   as delivery,
          coalesce(cost.returns, 0)                                    as returns,
          coalesce(cost.order_handling, 0)                             as order_handling,
          coalesce(cost.support, 0)                                    as support,
          coalesce(cost.rework, 0)                                     as rework,
          coalesce(cost.special_delivery, 0)                           as special_delivery,
          coalesce(cost.negotiation, 0)                                as negotiation,
          coalesce(cost.slow_payment, 0)                               as slow_payment,
          coalesce(cost.other_service, 0)                              as other_service,
          coalesce(cost.marketing, 0)                                  as marketing,
          coalesce(cost.service_cost, 0)                               as service_cost,
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
left join (select snapshot_id, customer_id, payment_fees, delivery, returns, order_handling, support, rework,
                  special_delivery, negotiation, slow_payment, other_service, marketing, avoidable_cost, minutes,
                  estimated_cost, acquisition_cost, referral_value, mark,
                  order_handling + support + rework + special_delivery + negotiation + slow_payment + other_service
                    as service_cost,
                  payment_fees + delivery + returns + order_handling + support + rework + special_delivery + negotiation
                    + slow_payment + other_service + marketing as total_cost
           from   cost_snapshots) as cost
          on cost.snapshot_id = customer.snapshot_id and cost.customer_id = customer.customer_id;
