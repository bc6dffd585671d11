-- Question  What do the chosen come to together?
-- Grain     one row
-- Params    $with_exceptions boolean
select cast(count(case when asked then 1 end) as bigint)            as customers,
       cast(count(case when not asked then 1 end) as bigint)        as excepted,
       coalesce(sum(case when asked then net_revenue end), 0)       as net_revenue,
       coalesce(sum(case when asked then margin_to_date end), 0)    as margin_to_date,
       coalesce(sum(case when asked then product_margin end), 0)    as product_margin,
       coalesce(sum(case when asked then total_cost end), 0)        as total_cost,
       coalesce(sum(case when asked then avoidable_cost end), 0)    as avoidable_cost,
       coalesce(sum(case when asked then estimated_cost end), 0)    as estimated_cost
from   (select net_revenue, margin_to_date, product_margin, total_cost, avoidable_cost, estimated_cost,
               cast($with_exceptions as boolean) or not excepted as asked
        from   chosen_customers) as chosen
