-- Question  For how much did each customer of a plain log buy on each day, where shared_days says who has several rows?
-- Grain     one row per customer and day
-- Params    none
-- Note      as plain_days, of which it groups the few rows that need it. DuckDB only: who has several rows is known of
--           an orders file that came day by day and is analysed where it lies
create temp table plain_days as
select    line.customer_id, line.day, cast(line.revenue as decimal(18, 4)) as spend
from      current_order_lines as line
anti join shared_days as shared on shared.customer_id = line.customer_id and shared.day = line.day
where     line.customer_id is not null
union all
select    line.customer_id, line.day, cast(sum(line.revenue) as decimal(18, 4))
from      current_order_lines as line
semi join shared_days as shared on shared.customer_id = line.customer_id and shared.day = line.day
group by  line.customer_id, line.day;
