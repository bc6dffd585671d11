-- Question  Who belongs to a programme, as far as this file says?
-- Grain     one row per customer and programme; a plain yes is the programme "member", from the first such order on
-- Params    $import_number bigint
select   identity_id, customer_id, cast($import_number as bigint) as import_number, true as live, programme,
         min(day) as valid_from, cast(null as date) as valid_until
from     (select incoming.identity_id, incoming.customer_id, staged.day,
                 case when lower(trim(staged.member)) in ('1', 'true', 'yes', 'y', 'on', 'ja', 'oui', 'si') then 'member'
                      else trim(staged.member) end as programme
          from   incoming
          join   staged_rows staged on staged.staged_id = incoming.staged_id
          where  incoming.identity_id is not null and staged.member is not null
            and  lower(trim(staged.member)) not in ('', '0', 'false', 'no', 'n', 'off', 'nein', 'non')) said
group by identity_id, customer_id, programme;
