-- Question  Which facts leave their customer?
-- Grain     one row per version that moves
-- Params    none
delete from facts
where  identity_id is null
  and  exists (select 1 from moved_facts moved
               where  moved.fact_id = facts.fact_id and moved.import_number = facts.import_number);
