-- Question  Where does a one-shot analysis keep its purchase days?
-- Grain     an empty table; as purchase_days of a ledger, with whatever type the customers of this file have
-- Params    none
create temp table purchase_days as
select customer_id, day, day as valid_from, day as valid_until, cast(revenue as decimal(38,4)) as spend,
       cast(revenue as decimal(38,4)) as net_revenue, cast(revenue as decimal(38,4)) as net_of_costs,
       cast(revenue as decimal(38,4)) as estimated_revenue
from   current_order_lines
where  1 = 0;
