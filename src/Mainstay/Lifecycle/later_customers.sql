-- Question  Which customers does nothing yet tell of as of $as_of, because all their orders come later?
-- Grain     one row per customer
-- Params    $as_of date
select   line.customer_id
from     current_order_lines as line
where    line.customer_id is not null
  and    not exists (select 1 from customer_history as history where history.customer_id = line.customer_id)
group by line.customer_id
having   min(line.day) > cast($as_of as date)
