-- Question  Who is a member, of what, since when?
-- Grain     one row per customer and programme
-- Params    none
-- Note      an order log says that a customer was a member when ordering, not when membership ended
create temp view current_memberships as
select   customer_number as customer_id, member as programme, min(day) as valid_from, cast(null as date) as valid_until
from     staged_lines
where    customer_number is not null and member is not null
group by customer_number, member;
