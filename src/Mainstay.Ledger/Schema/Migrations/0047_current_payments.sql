-- Question  What was owed, until when, and when was it paid?
-- Grain     one row per live payment; paid null = not yet
create view current_payments as
select fact_id, customer_id, order_id, day as due, until as paid, amount
from   facts
where  live and kind = 'payment';
