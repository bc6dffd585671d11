-- Question  Which refunds are a customer's?
-- Grain     an index of PostgreSQL; the embedded engine scans faster than it would look up
create index refund_matches_customer on refund_matches (customer_id);
