-- Question  Which version of a fact is this? One import writes at most one.
-- Grain     an index of PostgreSQL; the embedded engine scans faster than it would look up
create index facts_version on facts (fact_id, import_number);
