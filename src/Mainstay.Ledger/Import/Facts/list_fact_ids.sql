-- Question  Which facts does the file hold, by name?
-- Grain     one row per fact that was not refused
-- Params    none
select fact_id
from   keyed_facts;
