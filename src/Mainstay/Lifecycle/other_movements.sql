-- Question  What else moved in customers' money, on no purchase day?
-- Grain     one row per line or refund of a fully refunded order, and per unlinked refund
-- Params    $as_of date
-- Note      materialised; lines and refunds of one order cancel out here, but their customers must not be forgotten
select   line.customer_id, line.revenue as amount
from     current_order_lines as line
join     refunded_orders as refunded on refunded.order_id = line.order_id
where    refunded.standing = 'linked'
  and    refunded.fully_refunded
  and    line.customer_id is not null
  and    line.day <= cast($as_of as date)
  and    (line.cancelled_on is null or line.cancelled_on > cast($as_of as date))
union all
select   customer_id, -amount
from     effective_refunds
where    customer_id is not null and (order_day is null or whole_order)
order by amount
