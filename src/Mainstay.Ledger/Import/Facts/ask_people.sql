-- Question  Under which keys may the ledger know the people of a file of facts?
-- Grain     one row per person and key; an email is the same address in any case
-- Params    none
select person_kind, person_key, person_key as identity_key
from   fact_people
union all
select person_kind, person_key, lower(trim(person_key))
from   fact_people
where  person_key like '%@%' and lower(trim(person_key)) <> person_key;
