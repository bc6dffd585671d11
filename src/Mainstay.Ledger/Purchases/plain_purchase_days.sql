-- Question  How does a plain log look as purchase_days?
-- Grain     one row per customer and day, which looks so from its day on for ever
-- Params    none
create temp view purchase_days as
select customer_id, day, day as valid_from, cast(null as date) as valid_until, spend, spend as net_revenue,
       spend as net_of_costs, spend as estimated_revenue
from   plain_days;
