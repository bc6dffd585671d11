-- Question  What was spent on winning customers?
-- Grain     one row per channel and month; month is its first day, channel null = all
-- Columns   leads  how many the money brought, converted or not; null: not stated
create view current_acquisition_spend as
select channel, day as month, amount as cost, quantity as leads, mark
from   facts
where  live and kind = 'acquisition_spend';
