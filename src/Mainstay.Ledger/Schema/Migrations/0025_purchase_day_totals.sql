-- Question  How many customers bought on each day?
-- Grain     one row per day and stretch of as-of
create view purchase_day_totals as
select   day, valid_from, valid_until, cast(count(*) as bigint) as purchase_days
from     purchase_days
where    spend is not null
group by day, valid_from, valid_until;
