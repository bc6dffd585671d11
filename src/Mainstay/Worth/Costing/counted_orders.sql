-- Question  How often did customers do what a rate prices and nobody records: order, have something delivered, return?
-- Grain     one row per customer, day and activity
-- Params    $as_of date · $order_activity varchar · $return_activity varchar · $delivery_activity varchar
-- Note      materialised; an activity whose parameter is null is not counted
select   customer_id, day, cast($order_activity as varchar) as activity,
         cast(count(distinct order_id) as decimal(19, 4)) as quantity
from     current_order_lines
where    cast($order_activity as varchar) is not null and day <= cast($as_of as date)
  and    (cancelled_on is null or cancelled_on > cast($as_of as date))
group by customer_id, day
union all
select   customer_id, day, cast($delivery_activity as varchar), cast(count(distinct order_id) as decimal(19, 4))
from     current_order_lines
where    cast($delivery_activity as varchar) is not null and day <= cast($as_of as date)
  and    (cancelled_on is null or cancelled_on > cast($as_of as date))
group by customer_id, day
union all
select   customer_id, day, cast($return_activity as varchar), cast(count(*) as decimal(19, 4))
from     effective_refunds
where    cast($return_activity as varchar) is not null and valid_from <= cast($as_of as date)
  and    (valid_until is null or valid_until > cast($as_of as date))
group by customer_id, day
order by 1, 2, 3
