-- Question  On which day was the last order?
-- Grain     one row; null where there is no order line
-- Params    none
-- Note      from the days' totals: the maximum over foreign partitions would fetch every line
select max(day) as last_day
from   line_totals
