-- Question  On which days was work done that nobody records and a rate prices?
-- Grain     one row per activity and day
select   activity, '' as drivers, day
from     order_activities
group by activity, day
order by activity, day
