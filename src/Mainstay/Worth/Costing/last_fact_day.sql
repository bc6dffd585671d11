-- Question  When was anything last ordered, or done for a customer; and when was the last file imported?
-- Grain     one row; null where there is none
-- Params    none
select max(day) as last_day, (select max(valid_until) from current_pools) as last_period,
       (select max(imported_at) from imports where undone_at is null) as imported_at
from   (select max(day) as day from current_order_lines
        union all
        select max(day) from current_activities) as last_of_each
