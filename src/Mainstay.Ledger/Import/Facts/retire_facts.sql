-- Question  Which facts does this import change?
-- Grain     one row per fact whose live version steps back
-- Params    none
update facts
set    live = false
where  live and fact_id in (select fact_id from updated_facts);
