-- Question  On which days did each customer buy, and for how much?
-- Grain     one row per customer and purchase day: a day with an order neither cancelled nor fully refunded
-- Params    $as_of date
-- Columns   spend  net revenue of those orders less their refunds dated on or before $as_of
-- Note      the only place that knows what a purchase day is; materialised. A refund is a negative row on its order's
--           day, so that one grouping serves; without refunds the join and the second branch cost nothing
select   customer_id, day, sum(spend) as spend
from     (select line.customer_id, line.day, line.revenue as spend
          from   current_order_lines as line
          left join refunded_orders as refunded
                 on refunded.order_id = line.order_id and refunded.standing = 'linked'
          where  line.customer_id is not null
            and  line.day <= cast($as_of as date)
            and  (line.cancelled_on is null or line.cancelled_on > cast($as_of as date))
            and  not coalesce(refunded.fully_refunded, false)
          union all
          select customer_id, order_day, -amount
          from   effective_refunds
          where  customer_id is not null and order_day is not null and not whole_order) as movement
group by customer_id, day
