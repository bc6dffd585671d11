-- Question  Whose refunds may fall differently because another version of a row stands now?
-- Grain     one row per customer of any version of a row the undone import spoke of, added to touched_customers
-- Params    none
insert into touched_customers (customer_id)
select customer_id
from   order_lines
where  customer_id is not null and line_id in (select row_key from winners)
union
select customer_id
from   refunds
where  customer_id is not null and refund_id in (select row_key from winners);
