-- Question  What do order lines come to, day by day, without asking whose they are?
-- Grain     one row per day and day of cancellation, by whether there is a customer and a cost
create view line_totals as
select   day, cancelled_on, customer_id is null as is_unassigned, cost is not null as has_cost,
         cast(count(*) as bigint) as lines, sum(revenue) as revenue, coalesce(sum(cost), 0) as cost
from     current_order_lines
group by day, cancelled_on, customer_id is null, cost is not null;
