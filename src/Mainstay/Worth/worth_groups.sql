-- Question  How many customers stand where, and what did they earn us?
-- Grain     one row per occurring (stage, state, tier)
select   stage, state, tier,
         cast(count(*) as bigint)                                     as customers,
         sum(margin_to_date)                                          as margin_to_date,
         sum(residual_value)                                          as residual_value,
         sum(expected_purchases_12m)                                  as expected_purchases_12m
from     customer_worth
group by stage, state, tier
order by stage, state nulls last, tier nulls last
