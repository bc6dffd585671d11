-- Question  What did each customer's orders of each day come to, as of $as_of?
-- Grain     one row per customer and day of an order that is not cancelled as of $as_of
-- Params    $as_of date
-- Columns   purchases          lines of orders that are not fully refunded; 0: not a purchase day
--           spend              net revenue of the day's orders less their refunds
--           known_margin       revenue less cost of lines whose cost is known
--           estimated_revenue  net revenue whose cost is not known
-- Note      materialised; purchase_days reads it. A linked refund is a negative row on its order's day, so that
--           one grouping serves; without refunds the second branch and the join cost nothing
select   customer_id,
         day,
         cast(sum(purchases) as bigint) as purchases,
         sum(spend)                     as spend,
         sum(known_margin)              as known_margin,
         sum(estimated_revenue)         as estimated_revenue
from     (select line.customer_id,
                 line.day,
                 case when refunded.fully_refunded then 0 else 1 end as purchases,
                 line.revenue                                        as spend,
                 line.revenue - line.cost                            as known_margin,
                 case when line.cost is null then line.revenue end   as estimated_revenue
          from   current_order_lines as line
          left join refunded_orders as refunded
                 on refunded.order_id = line.order_id and refunded.standing = 'linked'
          where  line.customer_id is not null
            and  line.day <= cast($as_of as date)
            and  (line.cancelled_on is null or line.cancelled_on > cast($as_of as date))
          union all
          select customer_id, order_day, 0, -amount, -known_margin, -estimated_revenue
          from   effective_refunds
          where  customer_id is not null and order_day is not null) as movement
group by customer_id, day
