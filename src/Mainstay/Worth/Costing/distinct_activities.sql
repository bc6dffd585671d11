-- Question  Which activities to price were recorded, with which drivers, on which days?
-- Grain     one row per activity, drivers and day on or before $as_of; what has no day counts as of $as_of
-- Params    $as_of date
select   activity, drivers, day
from     (select distinct activity, coalesce(drivers, '') as drivers, coalesce(day, cast($as_of as date)) as day
          from   activities_to_price
          where  day is null or day <= cast($as_of as date)) as recorded
order by activity collate "C", drivers collate "C", day
