-- Question  Where does a one-shot analysis keep its refund matches?
-- Grain     an empty table; as refund_matches of a ledger, with whatever types the ids of this file have
-- Params    none
create temp table refund_matches as
select refund.refund_id, line.customer_id, line.order_id, line.day as order_day, refund.day, refund.amount,
       refund.cost_returned, cast(null as varchar) as matched_by
from   current_refund_facts refund
join   current_order_lines line on line.order_id = refund.order_ref_match
where  1 = 0;
