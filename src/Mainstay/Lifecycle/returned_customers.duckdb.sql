-- Question  Who bought again after they had lapsed?
-- Grain     one row per customer alive with two or more repeat purchases
-- Params    $as_of date
-- Note      DuckDB only because it looks for any day in between, among those of the few in question, where the other
--           dialect looks at everybody's
select    alive.customer_id
from      maybe_returned as alive
anti join (select customer_id, day
           from   purchase_days
           where  spend is not null
             and  valid_from <= cast($as_of as date)
             and  (valid_until is null or valid_until > cast($as_of as date))) as purchase
          on  purchase.customer_id = alive.customer_id
          and purchase.day >= alive.lapsed_on
          and purchase.day < alive.last_day
