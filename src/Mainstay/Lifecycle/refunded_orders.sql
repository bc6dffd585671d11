-- Question  Which orders had been refunded by $as_of, and wholly so?
-- Grain     one row per order that a refund dated on or before $as_of names
-- Params    $as_of date
-- Columns   standing  linked: reduces the order; void: the order is cancelled or later, so there is nothing to reduce;
--                     unlinked: no such order line
--           cost_known  every line of the order has a cost
-- Note      materialised before customer_days: orders are only grouped where a refund names them
select   refund.order_id,
         refund.refunded,
         case when count(line.order_id) = 0 then 'unlinked'
              when count(case when line.counted then 1 end) = 0 then 'void'
              else 'linked' end                                                                 as standing,
         count(case when line.counted and line.cost is null then 1 end) = 0                     as cost_known,
         refund.refunded >= coalesce(sum(case when line.counted then line.revenue end), 0)      as fully_refunded
from     (select   order_id, sum(amount) as refunded
          from     current_refunds
          where    order_id is not null and day <= cast($as_of as date)
          group by order_id) as refund
left join (select order_id, revenue, cost,
                  day <= cast($as_of as date)
                    and (cancelled_on is null or cancelled_on > cast($as_of as date)) as counted
           from   current_order_lines) as line on line.order_id = refund.order_id
group by refund.order_id, refund.refunded
order by refund.order_id
