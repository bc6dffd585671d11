-- Question  What does one of each activity cost, where no pool says so?
-- Grain     one row per activity and day from which it holds; valid_from null = always
create view current_rates as
select name as activity, day as valid_from, amount as unit_cost, share as avoidable_share, mark
from   facts
where  live and kind = 'rate';
