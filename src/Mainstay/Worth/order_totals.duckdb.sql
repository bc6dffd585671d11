-- Question  How many orders count as of $as_of, and how many of them have no customer?
-- Grain     one row
-- Params    $as_of date
-- Note      counted without asking whose they are: half the work of counting each customer's apart. Those refunded in
--           full are taken off
select cast(placed.orders - refunded.orders as bigint)                       as orders,
       cast(placed.unassigned_orders - refunded.unassigned_orders as bigint) as unassigned_orders
from   (select count(distinct order_id)                                      as orders,
               count(distinct order_id) filter (where customer_id is null)   as unassigned_orders
        from   current_order_lines
        where  day <= cast($as_of as date) and (cancelled_on is null or cancelled_on > cast($as_of as date))) as placed
cross join
       (select coalesce(sum(orders), 0)                                      as orders,
               coalesce(sum(case when is_unassigned then orders end), 0)     as unassigned_orders
        from   refunded_order_totals
        where  valid_from <= cast($as_of as date)
          and  (valid_until is null or valid_until > cast($as_of as date))) as refunded
