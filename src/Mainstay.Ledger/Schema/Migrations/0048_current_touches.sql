-- Question  Whom did marketing reach, and at what cost?
-- Grain     one row per live touch; customer_id null = unassigned
create view current_touches as
select fact_id, customer_id, day, channel, name as campaign, amount as cost, mark
from   facts
where  live and kind = 'touch';
