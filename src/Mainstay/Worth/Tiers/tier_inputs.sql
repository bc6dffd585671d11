-- Question  Which part of each customer's margin rests on estimates?
-- Grain     one row per customer of a snapshot with a tier
-- Params    $snapshot_id uuid · $as_of date · $margin_rate decimal(9,8)
-- Columns   open_margin  product margin at the declared rate; open_cost  cost that rests on estimated or default inputs
-- Note      materialised
select    account.customer_id, account.tier,
          cast(account.margin_to_date as double precision)                    as margin,
          coalesce(cast(estimated.revenue as double precision), 0)
            * cast(cast($margin_rate as decimal(9, 8)) as double precision)   as open_margin,
          cast(account.estimated_cost as double precision)                    as open_cost
from      customer_accounts as account
left join (select   customer_id, sum(estimated_revenue) as revenue
           from     purchase_days
           where    valid_from <= cast($as_of as date) and (valid_until is null or valid_until > cast($as_of as date))
           group by customer_id) as estimated on estimated.customer_id = account.customer_id
where     account.snapshot_id = cast($snapshot_id as uuid) and account.tier is not null
