-- Question  Which of the keys asked for is nobody's who bought?
-- Grain     one row per such key
-- Params    $snapshot_id uuid
select   key
from     chosen_keys
where    not exists (select 1
                     from   customer_snapshots
                     where  snapshot_id = cast($snapshot_id as uuid) and customer = key and purchase_days > 0)
order by key collate "C"
