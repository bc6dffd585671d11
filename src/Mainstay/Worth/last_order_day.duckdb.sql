-- Question  On which day was the last order?
-- Grain     one row; null where there is no order line
-- Params    none
select max(day) as last_day
from   current_order_lines
