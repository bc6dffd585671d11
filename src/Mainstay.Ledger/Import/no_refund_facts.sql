-- Question  What does a file without refunds offer in their place?
-- Grain     an empty relation with the columns and types of current_refund_facts
-- Params    none
create temp view current_refund_facts as
select row_number as refund_id, customer_number as customer_id, order_key as order_ref_match, sku, day, amount,
       cost as cost_returned
from   staged_lines
where  1 = 0;
