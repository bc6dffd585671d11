-- Question  Which identities are a customer's?
-- Grain     an index of PostgreSQL; the embedded engine scans faster than it would look up
create index identities_customer on identities (customer_id);
