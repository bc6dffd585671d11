-- Question  What did each customer cost beside their goods?
-- Grain     one row per customer with any of it; customer_id null = unassigned
-- Columns   as in cost_snapshots; contribution_cost is what of it lowers the margin: all of it
-- Note      materialised. One level of group by on the distribution column
select   customer_id,
         coalesce(sum(cost) filter (where category = 'payment_fees'), 0) as payment_fees,
         coalesce(sum(cost) filter (where category = 'delivery'), 0) as delivery,
         coalesce(sum(cost) filter (where category = 'returns'), 0) as returns,
         coalesce(sum(cost) filter (where category = 'order_handling'), 0) as order_handling,
         coalesce(sum(cost) filter (where category = 'support'), 0) as support,
         coalesce(sum(cost) filter (where category = 'rework'), 0) as rework,
         coalesce(sum(cost) filter (where category = 'special_delivery'), 0) as special_delivery,
         coalesce(sum(cost) filter (where category = 'negotiation'), 0) as negotiation,
         coalesce(sum(cost) filter (where category = 'slow_payment'), 0) as slow_payment,
         coalesce(sum(cost) filter (where category = 'other_service'), 0) as other_service,
         coalesce(sum(cost) filter (where category = 'marketing'), 0) as marketing,
         coalesce(sum(avoidable) filter (
           where category not in ('payment_fees', 'delivery', 'returns', 'marketing')), 0) as avoidable_service,
         coalesce(sum(avoidable), 0) as avoidable_cost,
         coalesce(sum(cost), 0) as contribution_cost,
         coalesce(sum(minutes), 0) as minutes,
         coalesce(sum(cost) filter (where mark_rank >= 2), 0) as estimated_cost,
         coalesce(max(mark_rank) filter (where cost is not null), 0) as mark_rank
from     priced_costs
group by customer_id
