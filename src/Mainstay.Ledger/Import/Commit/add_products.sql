-- Question  Which articles does this import name?
-- Grain     one row per sku in the file, with its last description
-- Params    $import_number bigint
insert into products (product_id, sku, import_number, live, description)
select   cast(md5('product' || chr(31) || staged.sku) as uuid), staged.sku, cast($import_number as bigint), true,
         (array_agg(staged.description order by staged.staged_id desc) filter (where staged.description is not null))[1]
from     incoming
join     staged_rows staged on staged.staged_id = incoming.staged_id
where    staged.sku is not null
group by staged.sku;
