-- Question  For which of a customer's money are the costs known, and what margin does it leave?
-- Grain     one row per customer with a line or refund whose cost is known
-- Params    $as_of date
-- Note      materialised; apart from purchase_days so that logs without costs, the most, do not pay for them
select   customer_id, sum(revenue) as revenue, sum(margin) as margin
from     (select customer_id, revenue, revenue - cost as margin
          from   current_order_lines
          where  cost is not null
            and  customer_id is not null
            and  day <= cast($as_of as date)
            and  (cancelled_on is null or cancelled_on > cast($as_of as date))
          union all
          select customer_id, -amount, -known_margin
          from   effective_refunds
          where  customer_id is not null and known_margin is not null) as movement
group by customer_id
