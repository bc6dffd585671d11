-- Question  What do the firm's resources cost, and how many minutes can they work?
-- Grain     one row per pool and period; valid_from null = one period over everything, valid_until null = still open
-- Columns   cost              of the capacity supplied over the period
--           capacity_minutes  practical capacity of the period
--           avoidable_share   what would go with the work, 0 to 1; null: not stated
--           step_minutes      capacity is released in whole steps of so many minutes; null: not stated
create view current_pools as
select name as pool, day as valid_from, until as valid_until, amount as cost, quantity as capacity_minutes,
       share as avoidable_share, minutes as step_minutes, mark
from   facts
where  live and kind = 'pool';
