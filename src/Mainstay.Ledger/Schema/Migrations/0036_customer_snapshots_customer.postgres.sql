-- Question  Whom does a snapshot value?
-- Grain     an index of PostgreSQL; the embedded engine scans faster than it would look up
create index customer_snapshots_customer on customer_snapshots (snapshot_id, customer_id);
