-- Question  Which customers stay whatever they cost, why, and until when?
-- Grain     one row per customer and reason
-- Columns   reason     prestige | referrer | promising | strategic
--           review_on  the day somebody looks again; it ends then
create view current_exceptions as
select fact_id, customer_id, name as reason, day as valid_from, until as review_on, channel as owner, detail as note
from   facts
where  live and kind = 'exception';
