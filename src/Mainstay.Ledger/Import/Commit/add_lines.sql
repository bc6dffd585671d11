-- Question  Which order lines does this import bring, new or changed?
-- Grain     one row per new version
-- Params    $import_number bigint
insert into order_lines
       (line_id, import_number, live, content, order_id, identity_id, customer_id, row_number, order_ref, ordered_at,
        day, sku, quantity, unit_price, discount, amount, line_cost, currency, exchange_rate, revenue, cost,
        channel, cancelled_on)
select incoming.row_key, cast($import_number as bigint), true, incoming.content, incoming.order_id, incoming.identity_id,
       incoming.customer_id, staged.row_number, nullif(staged.order_ref, ''), staged.ordered_at, staged.day, staged.sku,
       staged.quantity, staged.unit_price, staged.discount, staged.amount, staged.cost, staged.currency,
       incoming.exchange_rate,
       case when incoming.exchange_rate = 1 then staged.amount
            else cast(staged.amount * incoming.exchange_rate as decimal(19,4)) end,
       case when incoming.exchange_rate = 1 then staged.cost
            else cast(staged.cost * incoming.exchange_rate as decimal(19,4)) end,
       staged.channel, case when staged.status = 'cancelled' then coalesce(staged.cancelled_on, staged.day) end
from   incoming
join   staged_rows staged on staged.staged_id = incoming.staged_id
where  not incoming.is_refund and incoming.verdict <> 'skipped';
