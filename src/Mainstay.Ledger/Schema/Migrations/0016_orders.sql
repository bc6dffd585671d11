-- Question  Which orders are there today?
-- Grain     one row per live order
create view orders as
select   order_id, customer_id, min(order_ref) as order_ref, min(day) as day, min(ordered_at) as ordered_at,
         cast(count(*) as bigint) as lines, sum(revenue) as revenue, sum(cost) as cost, min(channel) as channel,
         min(cancelled_on) as cancelled_on
from     order_lines
where    live
group by order_id, customer_id;
