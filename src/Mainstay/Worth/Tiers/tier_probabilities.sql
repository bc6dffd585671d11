-- Question  How probable is each customer's tier, the estimates being what they are?
-- Grain     one row per customer with a tier
-- Columns   probability  weight of the cases of tier_cases in which the customer is in the tier they are in
-- Note      materialised. Each case makes the declared rate and the estimated costs larger or smaller for everybody at
--           once, and cuts everybody again: what all share moves the boundaries too
select     customer_id, tier,
           sum(case when tier = case when margin < 0 then 'losing' when margin >= gold then 'gold'
                                     when margin >= strong then 'strong' when margin >= steady then 'steady'
                                     else 'thin' end
                    then weight else 0 end) as probability
from       (select     input.customer_id, input.tier, a_case.weight, boundary.gold, boundary.strong, boundary.steady,
                       input.margin + input.open_margin * a_case.margin_off - input.open_cost * a_case.cost_off
                         as margin
            from       tier_inputs as input
            cross join tier_cases as a_case
            join       tier_case_boundaries as boundary on boundary.case_number = a_case.case_number) as valued
group by   customer_id, tier
