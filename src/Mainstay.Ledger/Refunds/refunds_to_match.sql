-- Question  Which refunds are there to match, and whose are they?
-- Grain     one row per refund of a touched customer, or of nobody; with $everyone one row per refund
-- Params    $everyone boolean
-- Columns   customer_id  the refund's customer; else the customer of the order it names; else null
with named as (
    select   order_id, (array_agg(customer_id))[1] as customer_id
    from     current_order_lines
    where    order_id in (select order_ref_match from current_refund_facts where customer_id is null)
    group by order_id
)
select    refund.refund_id, coalesce(refund.customer_id, named.customer_id) as customer_id, refund.order_ref_match,
          refund.sku, refund.day, refund.amount, refund.cost_returned
from      current_refund_facts refund
left join named on refund.customer_id is null and named.order_id = refund.order_ref_match
where     cast($everyone as boolean)
   or     coalesce(refund.customer_id, named.customer_id) is null
   or     coalesce(refund.customer_id, named.customer_id) in (select customer_id from touched_customers)
order by  refund.day, refund.refund_id;
