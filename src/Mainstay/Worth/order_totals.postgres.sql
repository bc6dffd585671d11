-- Question  How many orders count as of $as_of, and how many of them have no customer?
-- Grain     one row
-- Params    $as_of date
-- Note      an order is one customer's, so each customer's orders are counted apart, one level of group by on the
--           distribution column; those refunded in full are taken off
select cast(placed.orders - refunded.orders as bigint)                       as orders,
       cast(placed.unassigned_orders - refunded.unassigned_orders as bigint) as unassigned_orders
from   (select coalesce(sum(orders), 0)                                      as orders,
               coalesce(sum(case when customer_id is null then orders end), 0) as unassigned_orders
        from   (select   customer_id, count(distinct order_id) as orders
                from     current_order_lines
                where    day <= cast($as_of as date)
                  and    (cancelled_on is null or cancelled_on > cast($as_of as date))
                group by customer_id) as customer) as placed
cross join
       (select coalesce(sum(orders), 0)                                      as orders,
               coalesce(sum(case when is_unassigned then orders end), 0)     as unassigned_orders
        from   refunded_order_totals
        where  valid_from <= cast($as_of as date)
          and  (valid_until is null or valid_until > cast($as_of as date))) as refunded
