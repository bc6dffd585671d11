-- Question  What does one of each activity cost, where no pool says so?
-- Grain     one row per activity and day from which it holds
select   activity, valid_from, unit_cost, avoidable_share, mark
from     current_rates
order by activity collate "C", valid_from nulls first
