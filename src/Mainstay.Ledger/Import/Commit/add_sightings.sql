-- Question  Which rows that we had already does this import vouch for?
-- Grain     one row per repeated row
-- Params    $import_number bigint
insert into sightings (row_key, import_number, version_number)
select row_key, cast($import_number as bigint), live_number
from   incoming
where  verdict = 'skipped';
