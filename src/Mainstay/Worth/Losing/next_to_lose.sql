-- Question  How many of those who are left would a share of the fixed cost push below zero?
-- Grain     one row
-- Params    $snapshot_id uuid · $share decimal(38,12) · $with_exceptions boolean
select cast(count(*) as bigint) as next_to_lose
from   customer_snapshots
where  snapshot_id = cast($snapshot_id as uuid) and purchase_days > 0
  and  margin_to_date >= 0 and margin_to_date < cast($share as decimal(38, 12))
  and  not (customer_id in (select customer_id from chosen_customers
                            where  cast($with_exceptions as boolean) or not excepted))
