-- Question  What is each customer worth over their life, part by part?
-- Grain     one row per customer of a snapshot, of highest lifetime value first; $count: so many; $key: that one alone
-- Params    $snapshot_id uuid · $key varchar · $count bigint
select   customer, name, margin_to_date, residual_value, residual_low, residual_high, acquisition_cost,
         own_lifetime_value, referral_value, coalesce(lifetime_value, own_lifetime_value + referral_value)
           as lifetime_value, margin_estimated, cost_mark, purchase_days
from     customer_accounts
where    snapshot_id = cast($snapshot_id as uuid)
  and    (cast($key as varchar) is null or customer = cast($key as varchar))
order by coalesce(lifetime_value, own_lifetime_value + referral_value) desc nulls last, margin_to_date desc,
         customer collate "C"
limit    cast($count as bigint)
