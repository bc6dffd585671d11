-- Question  Which order lines make up a customer's margin, and how?
-- Grain     one row per order line that is not cancelled as of $as_of
-- Params    $as_of date · $margin_rate decimal(9,8) · $customer_id uuid
select   coalesce(named.order_ref, cast(line.order_id as varchar)) as order_ref,
         line.day,
         line.sku,
         line.revenue,
         line.cost,
         case when line.cost is not null then cast(line.revenue - line.cost as decimal(38, 12))
              else cast(line.revenue as decimal(26, 4)) * cast($margin_rate as decimal(9, 8)) end as margin
from     current_order_lines as line
left join (select order_id, order_ref from orders where customer_id = cast($customer_id as uuid)) as named
       on named.order_id = line.order_id
where    line.customer_id = cast($customer_id as uuid)
  and    line.day <= cast($as_of as date)
  and    (line.cancelled_on is null or line.cancelled_on > cast($as_of as date))
order by line.day, coalesce(named.order_ref, cast(line.order_id as varchar)) collate "C",
         line.sku collate "C" nulls last, line.revenue, line.cost nulls last
