-- Question  Which refunds does the file hold, before they are matched with orders?
-- Grain     one row per staged row with a negative amount
-- Params    none
create temp view current_refund_facts as
select cast(file_number as bigint) * 1000000000000 + row_number as refund_id, customer_number as customer_id,
       order_key as order_ref_match, sku, day, -amount as amount, cost as cost_returned
from   staged_lines
where  is_refund;
