-- Question  Which refunds does the file hold, in the business's currency?
-- Grain     one row per staged row with a negative amount and an exchange rate
-- Params    none
create temp view current_refund_facts as
select cast(lines.file_number as bigint) * 1000000000000 + lines.row_number as refund_id,
       lines.customer_number as customer_id, lines.order_key as order_ref_match, lines.sku, lines.day,
       cast(-lines.amount * rates.rate as decimal(19,4)) as amount,
       cast(lines.cost * rates.rate as decimal(19,4)) as cost_returned
from   staged_lines lines
join   staged_rates rates on rates.currency = coalesce(lines.currency, '')
where  lines.is_refund;
