-- Question  Who belongs to which programme, from when until when?
-- Grain     one row per customer and programme; valid_until is null while any live import leaves it open
create view current_memberships as
select   customer_id, programme, min(valid_from) as valid_from,
         case when count(*) = count(valid_until) then max(valid_until) end as valid_until
from     memberships
where    live
group by customer_id, programme;
