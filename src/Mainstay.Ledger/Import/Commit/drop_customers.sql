-- Question  Which customer records are about to be derived again?
-- Grain     one row per touched customer
-- Params    none
delete from customers
where  customer_id in (select customer_id from touched_customers);
