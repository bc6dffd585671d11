-- Question  What work did the chosen take, of which price, and what of it would go with them?
-- Grain     one row per price of an activity, and one per category that needs none: what states its own cost is no
--           pool's minutes
-- Params    $with_exceptions boolean
select   case when own_cost is null then price_number end as price_number, category,
         coalesce(sum(minutes), 0) as minutes, coalesce(sum(cost), 0) as cost,
         coalesce(sum(avoidable), 0) as avoidable
from     priced_costs
where    customer_id in (select customer_id from chosen_customers
                         where  cast($with_exceptions as boolean) or not excepted)
group by case when own_cost is null then price_number end, category
order by case when own_cost is null then price_number end nulls last, category
