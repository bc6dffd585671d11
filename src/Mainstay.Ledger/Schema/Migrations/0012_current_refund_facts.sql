-- Question  Which refunds count today, before they are matched with orders?
-- Grain     one row per live refund; order_ref_match is the order the file names, whether or not the ledger knows it
create view current_refund_facts as
select refund_id, customer_id, order_ref_match, sku, day, amount, cost_returned
from   refunds
where  live and amount > 0;
