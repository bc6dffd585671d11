-- Question  What did each customer cost beside their goods?
-- Grain     one row per customer with any of it; customer_id null = unassigned
-- Columns   as in cost_snapshots; contribution_cost is what of it lowers the margin: all of it
-- Note      materialised. One level of group by on the distribution column
select   customer_id,
         coalesce(sum(case when category = 'payment_fees' then cost end), 0)     as payment_fees,
         coalesce(sum(case when category = 'delivery' then cost end), 0)         as delivery,
         coalesce(sum(case when category = 'returns' then cost end), 0)          as returns,
         coalesce(sum(case when category = 'order_handling' then cost end), 0)   as order_handling,
         coalesce(sum(case when category = 'support' then cost end), 0)          as support,
         coalesce(sum(case when category = 'rework' then cost end), 0)           as rework,
         coalesce(sum(case when category = 'special_delivery' then cost end), 0) as special_delivery,
         coalesce(sum(case when category = 'negotiation' then cost end), 0)      as negotiation,
         coalesce(sum(case when category = 'slow_payment' then cost end), 0)     as slow_payment,
         coalesce(sum(case when category = 'other_service' then cost end), 0)    as other_service,
         coalesce(sum(case when category = 'marketing' then cost end), 0)        as marketing,
         coalesce(sum(case when category not in ('payment_fees', 'delivery', 'returns', 'marketing')
                           then avoidable end), 0)                               as avoidable_service,
         coalesce(sum(avoidable), 0)                                             as avoidable_cost,
         coalesce(sum(cost), 0)                                                  as contribution_cost,
         coalesce(sum(minutes), 0)                                               as minutes,
         coalesce(sum(case when mark_rank >= 2 then cost end), 0)                as estimated_cost,
         coalesce(max(case when cost is not null then mark_rank end), 0)         as mark_rank
from     priced_costs
group by customer_id
