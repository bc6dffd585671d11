-- Question  Which customers have the highest lifetime values, and what are these made of?
-- Grain     one row per customer of a snapshot; $count: so many; $key: that one alone
-- Params    $snapshot_id uuid · $key varchar · $count bigint
-- Note      materialised
with chosen as (
    select   customer_id, customer, name, margin_to_date, residual_value, residual_low, residual_high, acquisition_cost,
             own_lifetime_value, referral_value, margin_estimated, cost_mark,
             coalesce(lifetime_value, own_lifetime_value + referral_value) as lifetime_value
    from     customer_accounts
    where    snapshot_id = cast($snapshot_id as uuid)
      and    (cast($key as varchar) is null or customer = cast($key as varchar))
    order by coalesce(lifetime_value, own_lifetime_value + referral_value) desc nulls last, margin_to_date desc,
             customer collate "C"
    limit    cast($count as bigint)
)
select   chosen.customer_id, chosen.customer, chosen.name, chosen.margin_to_date, chosen.residual_value,
         chosen.residual_low, chosen.residual_high, chosen.acquisition_cost, chosen.own_lifetime_value,
         chosen.referral_value, chosen.lifetime_value, chosen.margin_estimated, chosen.cost_mark, kept.first_day
from     chosen
join     customer_snapshots as kept
         on kept.snapshot_id = cast($snapshot_id as uuid) and kept.customer_id = chosen.customer_id
order by chosen.lifetime_value desc nulls last, chosen.margin_to_date desc, chosen.customer collate "C"
