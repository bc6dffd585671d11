-- Question  Which customers have the highest lifetime values, and what are these made of?
-- Grain     one row per customer of a snapshot; $count: so many; $key: that one alone
-- Params    $snapshot_id uuid · $key varchar · $count bigint
-- Note      materialised
select    account.customer_id, account.customer, account.name, account.margin_to_date, account.residual_value,
          account.residual_low, account.residual_high, account.acquisition_cost, account.own_lifetime_value,
          account.referral_value,
          coalesce(account.lifetime_value, account.own_lifetime_value + account.referral_value) as lifetime_value,
          account.margin_estimated, account.cost_mark, kept.first_day
from      customer_accounts as account
join      customer_snapshots as kept
          on kept.snapshot_id = account.snapshot_id and kept.customer_id = account.customer_id
where     account.snapshot_id = cast($snapshot_id as uuid)
  and     (cast($key as varchar) is null or account.customer = cast($key as varchar))
order by  coalesce(account.lifetime_value, account.own_lifetime_value + account.referral_value) desc nulls last,
          account.margin_to_date desc, account.customer collate "C"
limit     cast($count as bigint)
