-- Question  Which customer records are about to be derived again?
-- Grain     one row per touched customer
-- Params    none
-- Note      an array of keys goes to every server, so that each finds its own rows; a join would fetch them all
delete from customers
where  customer_id = any(array(select customer_id from touched_customers));
