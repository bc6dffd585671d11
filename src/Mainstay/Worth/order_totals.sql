-- Question  How many orders count as of $as_of, and how many of them have no customer?
-- Grain     one row
-- Params    $as_of date
select   cast(count(distinct line.order_id) as bigint)                                           as orders,
         cast(count(distinct case when line.customer_id is null then line.order_id end) as bigint) as unassigned_orders
from     current_order_lines as line
left join refunded_orders as refunded on refunded.order_id = line.order_id and refunded.standing = 'linked'
where    line.day <= cast($as_of as date)
  and    (line.cancelled_on is null or line.cancelled_on > cast($as_of as date))
  and    not coalesce(refunded.fully_refunded, false)
