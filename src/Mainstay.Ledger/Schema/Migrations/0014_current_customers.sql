-- Question  Whom do we know?
-- Grain     one row per customer, also those without an order
create view current_customers as
select customer_id, customer_key, name, email, country, is_lead
from   customers;
