-- Question  What did each customer cost beside their goods?
-- Grain     one row per customer with any of it; customer_id null = unassigned
-- Columns   fees_and_delivery … marketing  by step of the margin ladder; avoidable_…  the part of a step that would go
--           with the work: of fees, delivery and marketing all of it
-- Note      materialised. Categories by number, in the order of CostCategory. By step, not by category: every sum is
--           kept for every customer, whether or not they have any of it. One level of group by on the distribution
--           column
select   customer_id,
         coalesce(sum(cost) filter (where category_number <= 1), 0)                 as fees_and_delivery,
         coalesce(sum(cost) filter (where category_number = 2), 0)                  as returns,
         coalesce(sum(cost) filter (where category_number between 3 and 9), 0)      as service_cost,
         coalesce(sum(cost) filter (where category_number = 10), 0)                 as marketing,
         coalesce(sum(avoidable) filter (where category_number = 2), 0)             as avoidable_returns,
         coalesce(sum(avoidable) filter (where category_number between 3 and 9), 0) as avoidable_service,
         coalesce(sum(minutes), 0)                                                  as minutes,
         coalesce(sum(cost) filter (where mark_rank >= 2), 0)                       as estimated_cost,
         coalesce(max(mark_rank) filter (where cost is not null), 0)                as mark_rank
from     priced_costs
group by customer_id
