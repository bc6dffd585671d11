-- Question  Whom does the file of facts name?
-- Grain     one row per person, as the file names them
-- Params    none
-- Note      materialised
select person_kind, person_key
from   keyed_facts
where  person_key is not null
union
select 'key', other_key
from   keyed_facts
where  other_key is not null;
