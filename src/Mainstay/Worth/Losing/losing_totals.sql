-- Question  What do loss-makers come to together, what those who never bought, and what does gold earn by the minute?
-- Grain     one row
-- Params    $snapshot_id uuid
-- Columns   others, other_contribution  who cost money and have bought nothing, or sent all of it back
select cast(count(case when purchase_days > 0 and margin_to_date < 0 then 1 end) as bigint)             as customers,
       coalesce(sum(case when purchase_days > 0 and margin_to_date < 0 then margin_to_date end), 0)     as contribution,
       coalesce(sum(case when purchase_days > 0 and margin_to_date < 0 then minutes end), 0)            as minutes,
       coalesce(sum(case when purchase_days > 0 and tier = 'gold' then margin_to_date end), 0)          as gold_margin,
       coalesce(sum(case when purchase_days > 0 and tier = 'gold' then minutes end), 0)                 as gold_minutes,
       cast(count(case when purchase_days = 0 and margin_to_date < 0 then 1 end) as bigint)             as others,
       coalesce(sum(case when purchase_days = 0 and margin_to_date < 0 then margin_to_date end), 0)
                                                                                          as other_contribution
from   customer_accounts
where  snapshot_id = cast($snapshot_id as uuid)
