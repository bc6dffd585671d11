-- Question  How much of each activity was there, at each price?
-- Grain     one row per price of an activity that anybody did
-- Columns   plain_quantity  of rows that follow the unit price
--           minutes_given, minutes_quantity  of rows that give minutes
--           own_cost, own_quantity  of rows that give their cost
--           customer_…      the part on customers' accounts
-- Note      quantities, not costs: the company's total is taken from them and from prices, by another path than the sum
--           of customers
select   price_number,
         coalesce(sum(case when own_cost is null and own_minutes is null then quantity end), 0)   as plain_quantity,
         coalesce(sum(case when own_cost is null then own_minutes end), 0)                         as minutes_given,
         coalesce(sum(case when own_cost is null and own_minutes is not null then quantity end), 0)
                                                                                                   as minutes_quantity,
         coalesce(sum(own_cost), 0)                                                                as own_cost,
         coalesce(sum(case when own_cost is not null then quantity end), 0)                        as own_quantity,
         coalesce(sum(case when own_cost is not null then minutes end), 0)                         as own_minutes,
         coalesce(sum(case when customer_id is not null then cost end), 0)                         as customer_cost,
         cast(max(mark_rank) as bigint)                                                            as mark_rank,
         coalesce(sum(case when mark_rank >= 2 then cost end), 0)                                  as estimated_cost
from     priced_costs
where    price_number is not null
group by price_number
order by price_number
