-- Question  How probable is each customer's tier, the estimates being what they are?
-- Grain     one row per customer with a tier
-- Params    $gold_share double precision · $strong_share double precision · $steady_share double precision
--           $gold_least double precision · $strong_least double precision · $steady_least double precision
-- Columns   probability  weight of the cases of tier_cases in which the customer is in the tier they are in
-- Note      materialised. Each case makes the declared rate and the estimated costs larger or smaller for everybody at
--           once, and ranks everybody again: what all share moves the boundaries too. Thresholds, where there are any,
--           take the place of shares
with valued as (
    select     a_case.case_number, a_case.weight, input.customer_id, input.customer, input.tier,
               input.margin + input.open_margin * a_case.margin_off - input.open_cost * a_case.cost_off as margin
    from       tier_inputs as input
    cross join tier_cases as a_case
),
ranked as (
    select case_number, weight, customer_id, tier, margin,
           row_number() over (partition by case_number order by margin desc, customer collate "C") as place,
           count(*) over (partition by case_number)                                                as customers
    from   valued
)
select   customer_id, tier,
         sum(case when tier = case
                    when margin < 0 then 'losing'
                    when cast($gold_least as double precision) is not null then
                      case when margin >= cast($gold_least as double precision) then 'gold'
                           when margin >= cast($strong_least as double precision) then 'strong'
                           when margin >= cast($steady_least as double precision) then 'steady' else 'thin' end
                    when place <= greatest(1, floor(cast($gold_share as double precision) * customers + 0.5))
                      then 'gold'
                    when place <= floor(cast($strong_share as double precision) * customers + 0.5) then 'strong'
                    when place <= floor(cast($steady_share as double precision) * customers + 0.5) then 'steady'
                    else 'thin' end
                  then weight else 0 end) as probability
from     ranked
group by customer_id, tier
