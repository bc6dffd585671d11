-- Question  For every row the undone import spoke of: which version do the imports still live uphold?
-- Grain     one row per row key that a live import still speaks of, added to winners
-- Params    $import_number bigint
-- Note      an import speaks of a row by writing a version of it or by having seen it unchanged; the newest one counts
insert into winners (row_key, version_number)
with touched as (
    select line_id as row_key from order_lines where import_number = cast($import_number as bigint)
    union
    select refund_id from refunds where import_number = cast($import_number as bigint)
    union
    select fact_id from facts where import_number = cast($import_number as bigint)
    union
    select row_key from sightings where import_number = cast($import_number as bigint)
),
claims as (
    select line_id as row_key, import_number, import_number as version_number from order_lines
    union all
    select refund_id, import_number, import_number from refunds
    union all
    select fact_id, import_number, import_number from facts
    union all
    select row_key, import_number, version_number from sightings
),
ranked as (
    select touched.row_key, claims.version_number,
           row_number() over (partition by touched.row_key order by claims.import_number desc) as place
    from   touched
    join   claims on claims.row_key = touched.row_key
    join   imports on imports.import_number = claims.import_number and imports.undone_at is null
)
select row_key, version_number
from   ranked
where  place = 1;
