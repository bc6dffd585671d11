-- Question  Which lines are a customer's?
-- Grain     an index of PostgreSQL; the embedded engine scans faster than it would look up
create index order_lines_customer on order_lines (customer_id);
