-- Question  Which customers does nothing yet tell of as of $as_of, because all their orders come later?
-- Grain     one row per customer
-- Params    $as_of date
-- Note      materialised; one level of group by on the distribution column, so that shards do it whole
select   customer_id
from     current_order_lines
where    customer_id is not null
group by customer_id
having   min(day) > cast($as_of as date)
