-- Question  Whose customer record must be derived again after this import or undo?
-- Grain     one row per customer, added to touched_customers
-- Params    $import_number bigint
insert into touched_customers (customer_id)
select distinct customer_id
from   identities
where  import_number = cast($import_number as bigint);
