-- Question  What would this import do, and over which days?
-- Grain     one row
-- Params    none
select cast(count(case when incoming.verdict = 'created' then 1 end) as bigint)                      as created,
       cast(count(case when incoming.verdict = 'updated' then 1 end) as bigint)                      as updated,
       cast(count(case when incoming.verdict = 'skipped' then 1 end) as bigint)                      as skipped,
       cast(count(case when incoming.is_refund then 1 end) as bigint)                                as refunds,
       cast(count(distinct case when not incoming.is_refund then incoming.order_id end) as bigint)   as orders,
       cast(0 as bigint)                                                                             as facts,
       cast(count(distinct incoming.customer_id) as bigint)                                          as customers,
       cast(0 as bigint)                                                                             as new_people,
       cast(null as varchar)                                                                         as new_person,
       min(incoming.day)                                                                             as first_day,
       max(incoming.day)                                                                             as last_day
from   incoming;
