-- Question  Which activities were recorded, and with which drivers?
-- Grain     one row per activity and drivers on or before $as_of
-- Params    $as_of date
select   activity, drivers
from     (select distinct activity, coalesce(drivers, '') as drivers
          from   current_activities
          where  day is null or day <= cast($as_of as date)) as recorded
order by activity collate "C", drivers collate "C"
