-- Question  How many customers of a snapshot match?
-- Grain     one row
-- Params    $snapshot_id uuid · $search varchar · $stage varchar · $state varchar · $tier varchar
-- Note      the same conditions as customer_list
select   cast(count(*) as bigint) as customers
from     customer_snapshots
where    snapshot_id = cast($snapshot_id as uuid)
  and    (cast($search as varchar) is null
          or position(lower(cast($search as varchar)) in lower(customer)) > 0
          or position(lower(cast($search as varchar)) in lower(coalesce(name, ''))) > 0
          or position(lower(cast($search as varchar)) in lower(coalesce(email, ''))) > 0)
  and    (cast($stage as varchar) is null or stage = cast($stage as varchar))
  and    (cast($state as varchar) is null or state = cast($state as varchar))
  and    (cast($tier as varchar) is null or tier = cast($tier as varchar))
