-- Question  Who is this?
-- Grain     an index of PostgreSQL; the embedded engine scans faster than it would look up
create index customers_id on customers (customer_id);
