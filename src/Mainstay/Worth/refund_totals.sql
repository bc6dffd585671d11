-- Question  What do the refunds that count come to, without asking whose they are?
-- Grain     one row
select   coalesce(sum(amount), 0)                                                       as amount,
         coalesce(sum(known_margin), 0)                                                 as known_margin,
         coalesce(sum(estimated_revenue), 0)                                            as estimated_revenue,
         coalesce(sum(case when customer_id is null then amount end), 0)                as unassigned_amount,
         coalesce(sum(case when customer_id is null then known_margin end), 0)          as unassigned_known_margin,
         coalesce(sum(case when customer_id is null then estimated_revenue end), 0)     as unassigned_estimated_revenue,
         cast(count(case when order_day is null then 1 end) as bigint)                  as unlinked,
         coalesce(sum(case when order_day is null then amount end), 0)                  as unlinked_amount
from     effective_refunds
