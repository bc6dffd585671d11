-- Question  Which rows that we had already does this import vouch for?
-- Grain     one row per repeated row
-- Params    $import_number bigint
select row_key, cast($import_number as bigint) as import_number, live_number as version_number
from   incoming
where  verdict = 'skipped';
