-- Question  How probable is each customer's tier, the estimates being what they are?
-- Grain     one row per customer with a tier
-- Columns   probability  weight of the cases of tier_cases in which the customer is in the tier they are in
-- Note      materialised. Each case makes the declared rate and the estimated costs larger or smaller for everybody at
--           once, and cuts everybody again: what all share moves the boundaries too. Case -1 is how it looks; who is
--           level with a boundary there is on their own side of it, where keys decide, and so they are where they stay
--           level with it
select     customer_id, tier,
           sum(case when case tier when 'losing' then margin < 0
                                   when 'gold'   then margin >= 0 and margin >= gold
                                   when 'strong' then margin >= 0 and margin >= strong
                                     and (margin < gold or margin = gold and seen_margin = seen_gold)
                                   when 'steady' then margin >= 0 and margin >= steady
                                     and (margin < strong or margin = strong and seen_margin = seen_strong)
                                   else margin >= 0
                                     and (margin < steady or margin = steady and seen_margin = seen_steady) end
                    then weight else 0 end) as probability
from       (select     input.customer_id, input.tier, a_case.weight, boundary.gold, boundary.strong, boundary.steady,
                       seen.gold as seen_gold, seen.strong as seen_strong, seen.steady as seen_steady,
                       input.margin as seen_margin,
                       input.margin + input.open_margin * a_case.margin_off - input.open_cost * a_case.cost_off
                         as margin
            from       tier_inputs as input
            cross join tier_cases as a_case
            join       tier_case_boundaries as boundary on boundary.case_number = a_case.case_number
            cross join (select gold, strong, steady from tier_case_boundaries where case_number = -1) as seen) as valued
group by   customer_id, tier
