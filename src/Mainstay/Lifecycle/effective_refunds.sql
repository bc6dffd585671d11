-- Question  Which refunds count as of $as_of, and what do they take from the margin?
-- Grain     one row per refund dated on or before $as_of, but for those of cancelled or later orders
-- Params    $as_of date
-- Columns   order_day          day of the order it reduces; null when unlinked
--           whole_order        that order is refunded in full
--           known_margin       margin lost, where the order's costs are known or the refund carries the cost returned
--           estimated_revenue  revenue lost whose margin follows the declared rate
-- Note      materialised before purchase_days
select   refund.customer_id,
         case when refunded.standing = 'linked' then refund.order_day end                       as order_day,
         coalesce(refunded.standing = 'linked' and refunded.fully_refunded, false)              as whole_order,
         refund.day,
         refund.amount,
         case when refund.cost_returned is not null then refund.amount - refund.cost_returned
              when refunded.standing = 'linked' and refunded.cost_known then refund.amount end  as known_margin,
         case when refund.cost_returned is null
               and not coalesce(refunded.standing = 'linked' and refunded.cost_known, false)
              then refund.amount end                                                            as estimated_revenue
from     current_refunds as refund
left join refunded_orders as refunded on refunded.order_id = refund.order_id
where    refund.day <= cast($as_of as date) and coalesce(refunded.standing, 'unlinked') <> 'void'
order by refund.day, refund.amount
