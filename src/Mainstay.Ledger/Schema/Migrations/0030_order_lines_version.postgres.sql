-- Question  Which version of a line is this? One import writes at most one.
-- Grain     an index of PostgreSQL; the embedded engine scans faster than it would look up
create unique index order_lines_version on order_lines (line_id, import_number);
