-- Question  What do the firm's resources cost, and how many minutes can they work?
-- Grain     one row per pool and period
select   pool, valid_from, valid_until, cost, capacity_minutes, avoidable_share, step_minutes, mark
from     current_pools
order by valid_from nulls first, pool collate "C"
