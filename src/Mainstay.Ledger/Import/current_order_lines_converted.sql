-- Question  Which order lines does the file hold, in the business's currency?
-- Grain     one row per staged row that is no refund and has an exchange rate
-- Params    none
-- Note      rows without a rate are in staged_rejects instead
create temp view current_order_lines as
select lines.customer_number as customer_id, lines.order_key as order_id, lines.day,
       cast(lines.amount * rates.rate as decimal(19,4)) as revenue,
       cast(lines.cost * rates.rate as decimal(19,4)) as cost, lines.sku, lines.cancelled_on
from   staged_lines lines
join   staged_rates rates on rates.currency = coalesce(lines.currency, '')
where  not lines.is_refund;
