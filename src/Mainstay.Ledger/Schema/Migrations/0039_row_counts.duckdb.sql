-- Holds     how many rows each table had after the last change, written in that change's own transaction
-- Grain     one row per table of facts, or of what follows from them
-- Note      of the embedded engine: after a kill amid a commit it may bring back rows that were never committed
create table row_counts (
    table_name  varchar  not null,
    row_count   bigint   not null
);
