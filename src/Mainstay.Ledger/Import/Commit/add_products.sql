-- Question  Which articles does this import name?
-- Grain     one row per sku in the file, with its last description
-- Params    $import_number bigint
insert into products (product_id, sku, import_number, live, description)
select   cast(md5('product' || chr(31) || sku) as uuid), sku, cast($import_number as bigint), true,
         (array_agg(description order by row_number desc) filter (where description is not null))[1]
from     incoming
where    sku is not null
group by sku;
