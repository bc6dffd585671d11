-- Question  How long does one of each activity take, and whose minutes are they?
-- Grain     one row per activity and day from which it holds; valid_from null = always
-- Columns   unit_minutes  of one; null where the equation says
--           equation      minutes by drivers: 0.5 + 6.5*special + 0.2*air
create view current_activity_times as
select name as activity, channel as pool, day as valid_from, minutes as unit_minutes, detail as equation, mark
from   facts
where  live and kind = 'activity_time';
