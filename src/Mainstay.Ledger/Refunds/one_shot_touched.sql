-- Question  Whose refunds does a one-shot analysis match again?
-- Grain     an empty table: it matches everybody's, once; the table only has to be there
-- Params    none
create temp table touched_customers as
select customer_id
from   current_customers
where  1 = 0;
