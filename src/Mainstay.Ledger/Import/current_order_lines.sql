-- Question  Which order lines does the file hold?
-- Grain     one row per staged row that is no refund
-- Params    none
-- Note      the relation a ledger offers under this name; here every amount is in one currency
create temp view current_order_lines as
select customer_number as customer_id, order_key as order_id, day, amount as revenue, cost, sku, cancelled_on
from   staged_lines
where  not is_refund;
