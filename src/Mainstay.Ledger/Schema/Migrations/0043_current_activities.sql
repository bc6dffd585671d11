-- Question  What did serving customers take?
-- Grain     one row per live activity; customer_id null = unassigned
-- Columns   quantity  how often it was done; 1 where a file gives minutes alone
--           minutes   measured for this very row; null: they follow the activity's unit time
--           drivers   counts of a time equation, written "air=1 special=2"
--           cost      paid for this very row; null: it follows minutes and rates
create view current_activities as
select fact_id, customer_id, order_id, day, name as activity, detail as drivers, quantity, minutes, amount as cost, mark
from   facts
where  live and kind = 'activity';
