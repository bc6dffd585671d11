-- Question  Which orders of the chosen were smaller than $least, and by how much?
-- Grain     one row
-- Params    $as_of date · $least decimal(19,4) · $margin_rate decimal(9,8) · $with_exceptions boolean
-- Columns   orders, small_orders  of the chosen; missing  what the small ones fall short of $least, together
--           small_margin  product margin of the small ones
select cast(count(*) as bigint)                                                         as orders,
       cast(count(*) filter (where revenue < cast($least as decimal(19, 4))) as bigint) as small_orders,
       coalesce(sum(cast($least as decimal(19, 4)) - revenue)
                  filter (where revenue < cast($least as decimal(19, 4))), 0)           as missing,
       coalesce(sum(cast(revenue - uncosted - cost as decimal(35, 12))
                    + cast(uncosted as decimal(26, 4)) * cast($margin_rate as decimal(9, 8)))
                  filter (where revenue < cast($least as decimal(19, 4))), 0)           as small_margin
from   (select   order_id, sum(revenue) as revenue, coalesce(sum(cost), 0) as cost,
                 coalesce(sum(revenue) filter (where cost is null), 0) as uncosted
        from     current_order_lines
        where    day <= cast($as_of as date) and (cancelled_on is null or cancelled_on > cast($as_of as date))
          and    customer_id in (select customer_id from chosen_customers
                                 where  cast($with_exceptions as boolean) or not excepted)
        group by order_id) as placed
