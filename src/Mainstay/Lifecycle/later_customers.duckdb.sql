-- Question  Which customers does nothing yet tell of as of $as_of, because all their orders come later?
-- Grain     one row per customer
-- Params    $as_of date
-- Note      materialised; DuckDB only because it starts from the later lines, so that it costs nothing where there are
--           none
select   line.customer_id
from     current_order_lines as line
join     (select distinct customer_id
          from   current_order_lines
          where  customer_id is not null and day > cast($as_of as date)) as later
         on later.customer_id = line.customer_id
group by line.customer_id
having   min(line.day) > cast($as_of as date)
