-- Question  What did the customers with refunds to match, and the orders that refunds name, sell?
-- Grain     one row per order and article, a customer's rows together
-- Params    $everyone boolean
-- Columns   revenue  net revenue of the article in the order
select   customer_id, order_id, sku, min(day) as day, sum(revenue) as revenue, min(cancelled_on) as cancelled_on
from     current_order_lines
where    customer_id in (select customer_id from current_refund_facts
                         where  customer_id is not null
                           and  (cast($everyone as boolean) or customer_id in (select customer_id from touched_customers)))
   or    order_id in (select order_ref_match from current_refund_facts where customer_id is null)
group by customer_id, order_id, sku
order by customer_id nulls last, order_id, sku collate "C" nulls last;
