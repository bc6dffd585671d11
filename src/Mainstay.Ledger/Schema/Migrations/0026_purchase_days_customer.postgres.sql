-- Question  Which days are a customer's?
-- Grain     an index of PostgreSQL; the embedded engine scans faster than it would look up
create index purchase_days_customer on purchase_days (customer_id);
