-- Question  Which facts does this import change?
-- Grain     one row per fact whose live version steps back
-- Params    none
select fact_id
from   incoming_facts
where  verdict = 'updated';
