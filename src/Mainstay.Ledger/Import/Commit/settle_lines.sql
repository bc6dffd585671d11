-- Question  Which versions of the lines that an undone import spoke of stand, and which fall?
-- Grain     one row per version whose standing changes
-- Params    $import_number bigint
update order_lines
set    live = not live
where  live <> (exists (select 1 from winners
                        where  winners.row_key = order_lines.line_id and winners.version_number = order_lines.import_number))
  and  (line_id in (select row_key from winners)
        or import_number = cast($import_number as bigint)
        or line_id in (select row_key from sightings where import_number = cast($import_number as bigint)));
