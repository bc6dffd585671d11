-- Question  What did each customer cost beside their goods?
-- Grain     one row per customer with any of it; customer_id null = unassigned
-- Columns   as in cost_snapshots; contribution_cost is what of it lowers the margin: all of it
-- Note      materialised. Categories by number, in the order of their columns. One level of group by on the
--           distribution column
select   customer_id,
         coalesce(sum(cost) filter (where category_number = 0), 0) as payment_fees,
         coalesce(sum(cost) filter (where category_number = 1), 0) as delivery,
         coalesce(sum(cost) filter (where category_number = 2), 0) as returns,
         coalesce(sum(cost) filter (where category_number = 3), 0) as order_handling,
         coalesce(sum(cost) filter (where category_number = 4), 0) as support,
         coalesce(sum(cost) filter (where category_number = 5), 0) as rework,
         coalesce(sum(cost) filter (where category_number = 6), 0) as special_delivery,
         coalesce(sum(cost) filter (where category_number = 7), 0) as negotiation,
         coalesce(sum(cost) filter (where category_number = 8), 0) as slow_payment,
         coalesce(sum(cost) filter (where category_number = 9), 0) as other_service,
         coalesce(sum(cost) filter (where category_number = 10), 0) as marketing,
         coalesce(sum(avoidable) filter (
           where category_number between 3 and 9), 0) as avoidable_service,
         coalesce(sum(avoidable), 0) as avoidable_cost,
         coalesce(sum(cost), 0) as contribution_cost,
         coalesce(sum(minutes), 0) as minutes,
         coalesce(sum(cost) filter (where mark_rank >= 2), 0) as estimated_cost,
         coalesce(max(mark_rank) filter (where cost is not null), 0) as mark_rank
from     priced_costs
group by customer_id
