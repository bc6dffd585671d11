-- Question  What was imported, when, and what came of it?
-- Grain     one row per import, newest first
-- Params    none
select   import_number, import_id, source, kind, file_name, imported_at, rows_read, created, updated, skipped, rejected,
         first_day, last_day, undone_at
from     imports
order by import_number desc;
