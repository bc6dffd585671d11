-- Question  Whose facts are these?
-- Grain     one row per person in the file; whom the ledger does not know is named as an order log would name them
-- Params    none
-- Note      materialised
with named as (
    select person_kind, person_key,
           cast(md5('identity' || chr(31) || 'orders' || chr(31) || person_kind || chr(31) || person_key) as uuid)
             as identity_id
    from   fact_people
)
select    named.person_kind, named.person_key, coalesce(known.identity_id, named.identity_id) as identity_id,
          coalesce(known.customer_id, case when named.person_kind = 'email'
                                           then cast(md5('customer' || chr(31) || named.person_key) as uuid)
                                           else named.identity_id end) as customer_id,
          coalesce(known.kind, named.person_kind) as kind,
          coalesce(known.identity_key, named.person_key) as identity_key, coalesce(known.source, 'orders') as source,
          known.customer_id is null as is_new
from      named
left join known_people known on known.person_kind = named.person_kind and known.person_key = named.person_key;
