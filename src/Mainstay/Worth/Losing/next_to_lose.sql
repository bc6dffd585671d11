-- Question  Who is left when the chosen go, and how many of them would a share of the fixed cost push below zero?
-- Grain     one row
-- Params    $snapshot_id uuid · $share decimal(38,12) · $with_exceptions boolean
select cast(count(*) as bigint) as customers,
       cast(count(case when margin_to_date >= 0 and margin_to_date < cast($share as decimal(38, 12)) then 1 end)
            as bigint) as next_to_lose
from   customer_snapshots
where  snapshot_id = cast($snapshot_id as uuid) and purchase_days > 0
  and  not (customer_id in (select customer_id from chosen_customers
                            where  cast($with_exceptions as boolean) or not excepted))
