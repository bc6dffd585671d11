-- Question  Which refunds does this import bring, new or changed?
-- Grain     one row per new version
-- Params    $import_number bigint
select incoming.row_key as refund_id, cast($import_number as bigint) as import_number, true as live,
       incoming.content, incoming.order_id as order_ref_match, incoming.identity_id,
       incoming.customer_id, staged.row_number, nullif(staged.order_ref, '') as order_ref, staged.ordered_at,
       staged.day, staged.sku, staged.quantity, -staged.amount as file_amount, abs(staged.cost) as file_cost,
       staged.currency, incoming.exchange_rate,
       case when incoming.exchange_rate = 1 then -staged.amount
            else cast(-staged.amount * incoming.exchange_rate as decimal(19,4)) end as amount,
       case when incoming.exchange_rate = 1 then abs(staged.cost)
            else cast(abs(staged.cost) * incoming.exchange_rate as decimal(19,4)) end as cost_returned,
       staged.channel
from   incoming
join   staged_rows staged on staged.staged_id = incoming.staged_id
where  incoming.is_refund and incoming.verdict <> 'skipped';
