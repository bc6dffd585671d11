-- Question  What do order lines come to, day by day?
-- Grain     as line_totals
-- Note      materialised: totals and months are both taken from it, and it is the reading of every line
select   day, cancelled_on, is_unassigned, has_cost, lines, revenue, cost
from     line_totals
order by day, cancelled_on nulls first, is_unassigned, has_cost
