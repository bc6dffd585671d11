-- Question  How many orders stood fully refunded, from when until when?
-- Grain     one row per stretch of as-of, by whether there is a customer
create view refunded_order_totals as
select   valid_from, valid_until, customer_id is null as is_unassigned, cast(count(*) as bigint) as orders
from     refunded_orders
where    fully_refunded
group by valid_from, valid_until, customer_id is null;
