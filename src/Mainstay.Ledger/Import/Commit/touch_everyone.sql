-- Question  Whom does the ledger know anything of?
-- Grain     one row per customer, added to touched_customers
-- Params    none
insert into touched_customers (customer_id)
select customer_id from identities
union
select customer_id from customers
