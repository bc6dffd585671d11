-- Question  Which versions of the refunds that an undone import spoke of stand, and which fall?
-- Grain     one row per version whose standing changes
-- Params    $import_number bigint
update refunds
set    live = not live
where  live <> (exists (select 1 from winners
                        where  winners.row_key = refunds.refund_id and winners.version_number = refunds.import_number))
  and  (refund_id in (select row_key from winners)
        or import_number = cast($import_number as bigint)
        or refund_id in (select row_key from sightings where import_number = cast($import_number as bigint)));
