-- Question  Which facts that we had already does this import vouch for?
-- Grain     one row per repeated fact
-- Params    $import_number bigint
select fact_id as row_key, cast($import_number as bigint) as import_number, live_number as version_number
from   incoming_facts
where  verdict = 'skipped';
