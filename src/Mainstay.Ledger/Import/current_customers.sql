-- Question  Who are the customers?
-- Grain     one row per customer key of the file
-- Params    none
create temp view current_customers as
select    customers.customer_number as customer_id, customers.customer_key, details.name, details.email, details.country,
          false as is_lead
from      staged_customers customers
left join staged_details details on details.customer_number = customers.customer_number;
