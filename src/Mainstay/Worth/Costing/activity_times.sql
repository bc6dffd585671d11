-- Question  How long does one of each activity take, and whose minutes are they?
-- Grain     one row per activity and day from which it holds
select   activity, pool, valid_from, unit_minutes, equation, mark
from     current_activity_times
order by activity collate "C", valid_from nulls first
