-- Question  Who costs more than they bring?
-- Grain     one row per customer of a snapshot who bought and whose margin to date is negative; $count: so many
-- Params    $snapshot_id uuid · $count bigint
-- Note      materialised
select   customer_id, customer, name, net_revenue, margin_to_date, total_cost, avoidable_cost, minutes
from     customer_accounts
where    snapshot_id = cast($snapshot_id as uuid) and purchase_days > 0 and margin_to_date < 0
order by margin_to_date, customer collate "C"
limit    cast($count as bigint)
