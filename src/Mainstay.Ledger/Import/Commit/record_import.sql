-- Question  Which import is this?
-- Grain     one row, added to imports
-- Params    $import_number bigint · $import_id uuid · $source varchar · $kind varchar · $file_name varchar
--           $imported_at timestamptz · $rows_read bigint · $created bigint · $updated bigint · $skipped bigint
--           $rejected bigint · $first_day date · $last_day date
insert into imports (import_number, import_id, source, kind, file_name, imported_at, rows_read, created, updated, skipped,
                     rejected, first_day, last_day)
values (cast($import_number as bigint), cast($import_id as uuid), cast($source as varchar), cast($kind as varchar),
        cast($file_name as varchar), cast($imported_at as timestamptz), cast($rows_read as bigint), cast($created as bigint),
        cast($updated as bigint), cast($skipped as bigint), cast($rejected as bigint), cast($first_day as date),
        cast($last_day as date));
