-- Question  What is the least that members of each tier earned us?
-- Grain     one row per tier that somebody is in
-- Params    $snapshot_id uuid
select   tier, min(margin_to_date) as lowest
from     customer_snapshots
where    snapshot_id = cast($snapshot_id as uuid) and tier is not null
group by tier
order by tier
