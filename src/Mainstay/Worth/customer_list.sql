-- Question  Which customers of a snapshot match, in the order asked for?
-- Grain     one row per customer, at most $count from $offset on; no $count: all
-- Params    $snapshot_id uuid · $search varchar · $stage varchar · $state varchar · $tier varchar · $key varchar
--           $sort varchar · $descending boolean · $count bigint · $offset bigint
-- Note      $search is found anywhere in key, name or email, whatever the case; a null filter lets everybody through
select   customer, name, stage, state, tier, frequency, recency, t, monetary_value, p_alive, p_alive_model,
         expected_purchases_12m, margin_to_date, residual_value, residual_low, residual_high, lifetime_value, first_day,
         last_day, net_revenue, margin_estimated
from     customer_snapshots
where    snapshot_id = cast($snapshot_id as uuid)
  and    (cast($search as varchar) is null
          or position(lower(cast($search as varchar)) in lower(customer)) > 0
          or position(lower(cast($search as varchar)) in lower(coalesce(name, ''))) > 0
          or position(lower(cast($search as varchar)) in lower(coalesce(email, ''))) > 0)
  and    (cast($stage as varchar) is null or stage = cast($stage as varchar))
  and    (cast($state as varchar) is null or state = cast($state as varchar))
  and    (cast($tier as varchar) is null or tier = cast($tier as varchar))
  and    (cast($key as varchar) is null or customer = cast($key as varchar))
order by case when cast($descending as boolean) then -1 else 1 end
           * case cast($sort as varchar)
               when 'frequency' then cast(frequency as double precision)
               when 'p_alive' then p_alive
               when 'expected_purchases_12m' then expected_purchases_12m
               when 'net_revenue' then cast(net_revenue as double precision)
               when 'margin_to_date' then cast(margin_to_date as double precision)
               when 'residual_value' then residual_value
               when 'lifetime_value' then lifetime_value
               when 'last_day' then cast(last_day - date '1970-01-01' as double precision)
               when 'first_day' then cast(first_day - date '1970-01-01' as double precision) end nulls last,
         case when cast($descending as boolean) and cast($sort as varchar) = 'customer'
              then customer end collate "C" desc nulls last,
         customer collate "C"
limit    cast($count as bigint) offset cast($offset as bigint)
