-- Question  Which version of a refund is this? One import writes at most one.
-- Grain     an index of PostgreSQL; the embedded engine scans faster than it would look up
create unique index refunds_version on refunds (refund_id, import_number);
