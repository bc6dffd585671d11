-- Question  Which orders had been refunded, from when until when, and wholly so?
-- Grain     one row per customer's order with refunds and stretch of as-of over which the rest of the row holds
-- Columns   valid_from, valid_until  as in purchase_days
--           fully_refunded  the refunds so far reach what its lines so far come to
--           cost_known      each of these lines has a cost
-- Note      while no line of it counts, because all are cancelled or later, there is nothing to refund and no row
create view refunded_orders as
with movement as (
    select customer_id, order_id, day, 1 as lines, case when cost is null then 1 else 0 end as without_cost,
           revenue, 0 as refunds, cast(0 as decimal(19,4)) as refunded
    from   current_order_lines
    where  order_id in (select order_id from current_refunds) and (cancelled_on is null or cancelled_on > day)
    union all
    select customer_id, order_id, cancelled_on, -1, case when cost is null then -1 else 0 end, -revenue, 0, 0
    from   current_order_lines
    where  order_id in (select order_id from current_refunds) and cancelled_on > day
    union all
    select customer_id, order_id, day, 0, 0, 0, 1, amount
    from   current_refunds
    where  order_id is not null
),
so_far as (
    select   customer_id, order_id, day,
             sum(sum(lines)) over own > 0 and sum(sum(refunds)) over own > 0  as linked,
             sum(sum(refunded)) over own >= sum(sum(revenue)) over own        as fully_refunded,
             sum(sum(without_cost)) over own = 0                              as cost_known
    from     movement
    group by customer_id, order_id, day
    window   own as (partition by customer_id, order_id order by day)
),
compared as (
    select customer_id, order_id, day, linked, fully_refunded, cost_known,
           coalesce(lag(linked) over own = linked and lag(fully_refunded) over own = fully_refunded
                    and lag(cost_known) over own = cost_known, false) as as_before
    from   so_far
    window own as (partition by customer_id, order_id order by day)
),
stretch as (
    select customer_id, order_id, day as valid_from,
           lead(day) over (partition by customer_id, order_id order by day) as valid_until,
           linked, fully_refunded, cost_known
    from   compared
    where  not as_before
)
select customer_id, order_id, valid_from, valid_until, fully_refunded, cost_known
from   stretch
where  linked;
