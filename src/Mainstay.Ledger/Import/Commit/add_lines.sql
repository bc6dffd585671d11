-- Question  Which order lines does this import bring, new or changed?
-- Grain     one row per new version
-- Params    $import_number bigint
select incoming.row_key as line_id, cast($import_number as bigint) as import_number, true as live, incoming.content,
       incoming.order_id, incoming.identity_id, incoming.customer_id, staged.row_number,
       nullif(staged.order_ref, '') as order_ref, staged.ordered_at, staged.day, staged.sku,
       staged.quantity, staged.unit_price, staged.discount, staged.amount, staged.cost as line_cost, staged.currency,
       incoming.exchange_rate,
       case when incoming.exchange_rate = 1 then staged.amount
            else cast(staged.amount * incoming.exchange_rate as decimal(19,4)) end as revenue,
       case when incoming.exchange_rate = 1 then staged.cost
            else cast(staged.cost * incoming.exchange_rate as decimal(19,4)) end as cost,
       staged.channel,
       case when staged.status = 'cancelled' then coalesce(staged.cancelled_on, staged.day) end as cancelled_on
from   incoming
join   staged_rows staged on staged.staged_id = incoming.staged_id
where  not incoming.is_refund and incoming.verdict <> 'skipped';
