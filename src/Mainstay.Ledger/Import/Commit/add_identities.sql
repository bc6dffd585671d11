-- Question  Whom does this import name, and what does it say of them?
-- Grain     one row per identity in the file; where it contradicts itself its last word counts
-- Params    $import_number bigint · $source varchar
-- Note      most files say nothing beyond the key: what they say is gathered apart, so that it costs nothing then
select    named.identity_id, named.customer_id, cast($import_number as bigint) as import_number,
          true as live, cast($source as varchar) as source,
          named.kind, named.identity_key, said.name, said.email, said.country
from      (select   incoming.identity_id, incoming.customer_id, min(incoming.identity_kind) as kind,
                    min(case when incoming.identity_kind = 'email' then lower(trim(staged.email))
                             else staged.customer_key end) as identity_key
           from     incoming
           join     staged_rows staged on staged.staged_id = incoming.staged_id
           where    incoming.identity_id is not null
           group by incoming.identity_id, incoming.customer_id) named
left join (select   incoming.identity_id,
                    (array_agg(staged.name order by staged.staged_id desc) filter (where staged.name is not null))[1] as name,
                    (array_agg(lower(trim(staged.email)) order by staged.staged_id desc)
                        filter (where trim(staged.email) <> ''))[1] as email,
                    (array_agg(staged.country order by staged.staged_id desc) filter (where staged.country is not null))[1]
                        as country
           from     incoming
           join     staged_rows staged on staged.staged_id = incoming.staged_id
           where    incoming.identity_id is not null
             and    (staged.name is not null or trim(staged.email) <> '' or staged.country is not null)
           group by incoming.identity_id) said on said.identity_id = named.identity_id;
