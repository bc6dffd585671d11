-- Question  Over what range do the residual values spread?
-- Grain     one row
-- Columns   high  nineteen of twenty customers lie below it
select   min(residual_value)                                                                       as low,
         cast(percentile_cont(0.95) within group (order by residual_value) as double precision)   as high
from     customer_worth
where    residual_value is not null
