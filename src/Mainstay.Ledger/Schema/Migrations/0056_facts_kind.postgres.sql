-- Question  Which facts of one kind count? Most kinds are few.
-- Grain     an index of PostgreSQL; the embedded engine scans faster than it would look up
create index facts_kind on facts (kind, customer_id);
