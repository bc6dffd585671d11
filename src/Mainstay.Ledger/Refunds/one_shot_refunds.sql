-- Question  Which orders do a file's refunds reduce, and by how much?
-- Grain     one row per refund and order; order_id null = unlinked; as current_refunds of a ledger
-- Params    none
create temp view current_refunds as
select customer_id, order_id, order_day, day, amount, cost_returned, matched_by
from   refund_matches
where  matched_by is null or matched_by <> 'cancelled_order';
