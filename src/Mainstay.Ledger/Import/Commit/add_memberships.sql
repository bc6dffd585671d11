-- Question  Who belongs to a programme, as far as this file says?
-- Grain     one row per customer and programme; a plain yes is the programme "member", from the first such order on
-- Params    $import_number bigint
insert into memberships (identity_id, customer_id, import_number, live, programme, valid_from, valid_until)
select   identity_id, customer_id, cast($import_number as bigint), true,
         case when lower(trim(member)) in ('1', 'true', 'yes', 'y', 'on', 'ja', 'oui', 'si') then 'member' else trim(member) end,
         min(day), cast(null as date)
from     incoming
where    identity_id is not null and member is not null
  and    lower(trim(member)) not in ('', '0', 'false', 'no', 'n', 'off', 'nein', 'non')
group by identity_id, customer_id,
         case when lower(trim(member)) in ('1', 'true', 'yes', 'y', 'on', 'ja', 'oui', 'si') then 'member' else trim(member) end;
