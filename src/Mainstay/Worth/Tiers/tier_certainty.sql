-- Question  How sure are the members of each tier, on average?
-- Grain     one row per tier
select   tier, cast(avg(probability) as double precision) as probability
from     tier_probabilities
group by tier
order by tier
