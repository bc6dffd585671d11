-- Question  Which of the file's facts does the ledger hold already, and what do they say there?
-- Grain     one row per live fact that the file names
-- Params    none
select fact_id, content, import_number
from   facts
where  live and fact_id in (select fact_id from asked_facts);
