-- Question  How are costs, acquisition and referrals of customers kept as snapshot $snapshot_id?
-- Grain     one row per customer with any of it
-- Params    $snapshot_id uuid
insert into cost_snapshots (
          snapshot_id, customer_id, fees_and_delivery, returns, service_cost, marketing, avoidable_cost, minutes,
          estimated_cost, acquisition_cost, referral_value, mark)
select    cast($snapshot_id as uuid), coalesce(cost.customer_id, credit.customer_id),
          coalesce(cost.fees_and_delivery, 0), coalesce(cost.returns, 0), coalesce(cost.service_cost, 0),
          coalesce(cost.marketing, 0), coalesce(cost.avoidable_cost, 0), coalesce(cost.minutes, 0),
          coalesce(cost.estimated_cost, 0), coalesce(credit.acquisition_cost, 0), credit.referral_value,
          case coalesce(cost.mark_rank, 0) when 0 then 'measured' when 1 then 'time_study' when 2 then 'estimated'
                                           else 'default' end
from      (select customer_id, fees_and_delivery, returns, service_cost, marketing, minutes, estimated_cost, mark_rank,
                  fees_and_delivery + avoidable_returns + avoidable_service + marketing as avoidable_cost
           from   customer_costs) as cost
full join (select    coalesce(won.customer_id, brought.customer_id) as customer_id, won.acquisition_cost,
                     brought.referral_value
           from      acquired_customers as won
           full join referral_credits as brought on brought.customer_id = won.customer_id) as credit
          on credit.customer_id = cost.customer_id
where     coalesce(cost.customer_id, credit.customer_id) is not null
