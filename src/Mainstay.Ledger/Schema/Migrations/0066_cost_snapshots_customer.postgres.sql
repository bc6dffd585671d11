-- Question  What did one customer of a snapshot cost?
-- Grain     an index of PostgreSQL; the embedded engine scans faster than it would look up
create index cost_snapshots_customer on cost_snapshots (snapshot_id, customer_id);
