-- Question  Which customers have the highest lifetime values, and what are these made of?
-- Grain     one row per customer of a snapshot; $count: so many; $key: that one alone
-- Params    $snapshot_id uuid · $key varchar · $count bigint
-- Note      materialised. Where nothing is modelled, what is known so far takes the place of the lifetime value; only
--           there, and for those who are chosen, is anything else of an account looked up
with modelled as (
    select   customer_id, lifetime_value, margin_to_date, customer
    from     customer_snapshots
    where    snapshot_id = cast($snapshot_id as uuid) and lifetime_value is not null
      and    (cast($key as varchar) is null or customer = cast($key as varchar))
    order by lifetime_value desc, margin_to_date desc, customer collate "C"
    limit    cast($count as bigint)
), known as (
    select   customer_id, own_lifetime_value + referral_value as lifetime_value, margin_to_date, customer
    from     customer_accounts
    where    snapshot_id = cast($snapshot_id as uuid) and lifetime_value is null
      and    (cast($key as varchar) is null or customer = cast($key as varchar))
    order by own_lifetime_value + referral_value desc nulls last, margin_to_date desc, customer collate "C"
    limit    cast($count as bigint)
), chosen as (
    select   customer_id, lifetime_value
    from     (select customer_id, lifetime_value, margin_to_date, customer from modelled
              union all
              select customer_id, lifetime_value, margin_to_date, customer from known) as one
    order by lifetime_value desc nulls last, margin_to_date desc, customer collate "C"
    limit    cast($count as bigint)
)
select   account.customer_id, account.customer, account.name, account.margin_to_date, account.residual_value,
         account.residual_low, account.residual_high, account.acquisition_cost, account.own_lifetime_value,
         account.referral_value, chosen.lifetime_value, account.margin_estimated, account.cost_mark, kept.first_day
from     chosen
join     customer_accounts as account
         on account.snapshot_id = cast($snapshot_id as uuid) and account.customer_id = chosen.customer_id
join     customer_snapshots as kept
         on kept.snapshot_id = cast($snapshot_id as uuid) and kept.customer_id = chosen.customer_id
order by chosen.lifetime_value desc nulls last, account.margin_to_date desc, account.customer collate "C"
