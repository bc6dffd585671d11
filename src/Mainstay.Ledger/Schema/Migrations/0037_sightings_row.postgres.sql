-- Question  Which imports repeated a row?
-- Grain     an index of PostgreSQL; the embedded engine scans faster than it would look up
create index sightings_row on sightings (row_key);
