-- Question  Which refunds count, from when until when, and what do they take from the margin?
-- Grain     one row per row of current_refunds and stretch of as-of over which the rest of the row holds
-- Columns   valid_from, valid_until  as in purchase_days; a refund stops counting when its order is cancelled
--           order_day          day of the order it reduces; null when unlinked
--           whole_order        that order is refunded in full
--           known_margin       margin lost, where the order's costs are known or the refund carries the cost returned
--           estimated_revenue  revenue lost whose margin follows the declared rate
create view effective_refunds as
select refund.customer_id,
       refund.order_day,
       refund.day,
       refund.amount,
       greatest(refund.day, refunded.valid_from)             as valid_from,
       refunded.valid_until,
       refunded.fully_refunded                               as whole_order,
       case when refund.cost_returned is not null then refund.amount - refund.cost_returned
            when refunded.cost_known then refund.amount end  as known_margin,
       case when refund.cost_returned is null and not refunded.cost_known
            then refund.amount end                           as estimated_revenue
from   current_refunds as refund
join   refunded_orders as refunded
       on refunded.order_id = refund.order_id and refunded.customer_id is not distinct from refund.customer_id
where  refunded.valid_until is null or refunded.valid_until > refund.day
union all
select customer_id, null, day, amount, day, null, false, amount - cost_returned,
       case when cost_returned is null then amount end
from   current_refunds
where  order_id is null;
