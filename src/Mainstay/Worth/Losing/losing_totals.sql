-- Question  What do loss-makers come to together, and what does gold earn by the minute?
-- Grain     one row
-- Params    $snapshot_id uuid
select cast(count(case when margin_to_date < 0 then 1 end) as bigint)             as customers,
       coalesce(sum(case when margin_to_date < 0 then margin_to_date end), 0)     as contribution,
       coalesce(sum(case when margin_to_date < 0 then minutes end), 0)            as minutes,
       coalesce(sum(case when tier = 'gold' then margin_to_date end), 0)          as gold_margin,
       coalesce(sum(case when tier = 'gold' then minutes end), 0)                 as gold_minutes
from   customer_accounts
where  snapshot_id = cast($snapshot_id as uuid) and purchase_days > 0
