-- Question  Whom does this import of facts name, and under which address?
-- Grain     one row per person in the file; where it contradicts itself its last word counts
-- Params    $import_number bigint
select    owner.identity_id, owner.customer_id, cast($import_number as bigint) as import_number, true as live,
          owner.source, owner.kind, owner.identity_key, cast(null as varchar) as name, said.email,
          cast(null as varchar) as country
from      fact_owners owner
left join (select   keyed.person_kind, keyed.person_key,
                    (array_agg(lower(trim(staged.email)) order by staged.staged_id desc))[1] as email
           from     keyed_facts keyed
           join     staged_facts staged on staged.staged_id = keyed.staged_id
           where    keyed.person_key is not null and trim(staged.email) <> ''
           group by keyed.person_kind, keyed.person_key) said
          on said.person_kind = owner.person_kind and said.person_key = owner.person_key;
