-- Question  Which refunds does this import bring, new or changed?
-- Grain     one row per new version
-- Params    $import_number bigint
insert into refunds
       (refund_id, import_number, live, content, order_ref_match, identity_id, customer_id, row_number, order_ref,
        ordered_at, day, sku, quantity, file_amount, file_cost, currency, exchange_rate, amount, cost_returned, channel)
select incoming.row_key, cast($import_number as bigint), true, incoming.content, incoming.order_id, incoming.identity_id,
       incoming.customer_id, staged.row_number, nullif(staged.order_ref, ''), staged.ordered_at, staged.day, staged.sku,
       staged.quantity, -staged.amount, abs(staged.cost), staged.currency, incoming.exchange_rate,
       case when incoming.exchange_rate = 1 then -staged.amount
            else cast(-staged.amount * incoming.exchange_rate as decimal(19,4)) end,
       case when incoming.exchange_rate = 1 then abs(staged.cost)
            else cast(abs(staged.cost) * incoming.exchange_rate as decimal(19,4)) end,
       staged.channel
from   incoming
join   staged_rows staged on staged.staged_id = incoming.staged_id
where  incoming.is_refund and incoming.verdict <> 'skipped';
