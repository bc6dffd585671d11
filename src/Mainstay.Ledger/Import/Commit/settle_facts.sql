-- Question  Which versions of the facts that an undone import spoke of stand, and which fall?
-- Grain     one row per version whose standing changes
-- Params    $import_number bigint
update facts
set    live = not live
where  live <> (exists (select 1 from winners
                        where  winners.row_key = facts.fact_id and winners.version_number = facts.import_number))
  and  (fact_id in (select row_key from winners)
        or import_number = cast($import_number as bigint)
        or fact_id in (select row_key from sightings where import_number = cast($import_number as bigint)));
