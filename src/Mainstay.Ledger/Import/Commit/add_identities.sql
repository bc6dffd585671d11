-- Question  Whom does this import name, and what does it say of them?
-- Grain     one row per identity in the file; where it contradicts itself its last word counts
-- Params    $import_number bigint · $source varchar
insert into identities
         (identity_id, customer_id, import_number, live, source, kind, identity_key, name, email, country)
select   identity_id, customer_id, cast($import_number as bigint), true, cast($source as varchar),
         min(identity_kind), min(identity_key),
         (array_agg(name order by row_number desc) filter (where name is not null))[1],
         (array_agg(email order by row_number desc) filter (where email is not null))[1],
         (array_agg(country order by row_number desc) filter (where country is not null))[1]
from     incoming
where    identity_id is not null
group by identity_id, customer_id;
