-- Question  Which order lines does this import bring, new or changed?
-- Grain     one row per new version
-- Params    $import_number bigint
insert into order_lines
       (line_id, import_number, live, content, order_id, identity_id, customer_id, row_number, order_ref, ordered_at,
        day, sku, quantity, unit_price, discount, amount, line_cost, currency, exchange_rate, revenue, cost,
        channel, cancelled_on)
select row_key, cast($import_number as bigint), true, content, order_id, identity_id, customer_id, row_number, order_ref,
       ordered_at, day, sku, quantity, unit_price, discount, amount, line_cost, currency, exchange_rate,
       case when exchange_rate = 1 then amount else cast(amount * exchange_rate as decimal(19,4)) end,
       case when exchange_rate = 1 then line_cost else cast(line_cost * exchange_rate as decimal(19,4)) end, channel, cancelled_on
from   incoming
where  not is_refund and verdict <> 'skipped';
