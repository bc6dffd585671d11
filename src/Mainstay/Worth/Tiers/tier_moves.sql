-- Question  Who moved between tiers, and in which are customers held to be?
-- Grain     one row per tier a period ago, tier now and tier held
-- Params    $sure double precision
-- Columns   held  a change counts once it has lasted two periods, or when the new tier is more probable than $sure
select    before.tier as tier_before, now_in.tier as tier_now,
          case when before.tier is null or now_in.tier = before.tier
                 or now_in.probability > cast($sure as double precision) then now_in.tier
               when earlier.tier is null or before.tier = earlier.tier then before.tier
               else earlier.tier end as held,
          cast(count(*) as bigint)   as customers
from      tier_probabilities as now_in
left join tiers_a_period_ago as before on before.customer_id = now_in.customer_id
left join tiers_two_periods_ago as earlier on earlier.customer_id = now_in.customer_id
group by  1, 2, 3
order by  1 nulls first, 2, 3
