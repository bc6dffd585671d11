-- Question  What would this import of facts do, and over which days?
-- Grain     one row
-- Params    none
select cast(count(case when verdict = 'created' then 1 end) as bigint)    as created,
       cast(count(case when verdict = 'updated' then 1 end) as bigint)    as updated,
       cast(count(case when verdict = 'skipped' then 1 end) as bigint)    as skipped,
       cast(0 as bigint)                                                  as refunds,
       cast(0 as bigint)                                                  as orders,
       cast(count(*) as bigint)                                           as facts,
       cast(count(distinct customer_id) as bigint)                        as customers,
       (select cast(count(*) as bigint) from fact_owners where is_new)    as new_people,
       (select min(person_key) from fact_owners where is_new)             as new_person,
       min(day)                                                           as first_day,
       max(day)                                                           as last_day
from   incoming_facts;
