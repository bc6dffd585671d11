-- Question  Which articles does this import name?
-- Grain     one row per sku in the file, with its last description
-- Params    $import_number bigint
select   cast(md5('product' || chr(31) || staged.sku) as uuid) as product_id, staged.sku,
         cast($import_number as bigint) as import_number, true as live,
         (array_agg(staged.description order by staged.staged_id desc)
             filter (where staged.description is not null))[1] as description
from     incoming
join     staged_rows staged on staged.staged_id = incoming.staged_id
where    staged.sku is not null
group by staged.sku;
