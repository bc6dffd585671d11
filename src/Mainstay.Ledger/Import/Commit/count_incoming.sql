-- Question  What would this import do, and over which days?
-- Grain     one row
-- Params    none
select cast(count(case when verdict = 'created' then 1 end) as bigint) as created,
       cast(count(case when verdict = 'updated' then 1 end) as bigint) as updated,
       cast(count(case when verdict = 'skipped' then 1 end) as bigint) as skipped,
       cast(count(case when is_refund then 1 end) as bigint) as refunds,
       cast(count(distinct case when not is_refund then order_id end) as bigint) as orders,
       cast(count(distinct customer_id) as bigint) as customers,
       min(day) as first_day, max(day) as last_day
from   incoming;
