-- Question  Whose refunds may fall differently because this import changes a row that was theirs?
-- Grain     one row per customer of a row that changes, added to touched_customers
-- Params    none
insert into touched_customers (customer_id)
select customer_id
from   order_lines
where  customer_id is not null and line_id in (select row_key from updated_rows)
union
select customer_id
from   refunds
where  customer_id is not null and refund_id in (select row_key from updated_rows);
