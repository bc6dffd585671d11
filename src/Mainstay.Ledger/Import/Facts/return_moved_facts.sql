-- Question  Where do they come to?
-- Grain     one row per version that moved, added to facts
-- Params    none
insert into facts
       (fact_id, import_number, live, content, kind, identity_id, customer_id, other_customer_id, order_id, row_number,
        day, until, name, channel, detail, quantity, minutes, share, file_amount, currency, exchange_rate, amount, mark)
select fact_id, import_number, live, content, kind, identity_id, customer_id, other_customer_id, order_id, row_number,
       day, until, name, channel, detail, quantity, minutes, share, file_amount, currency, exchange_rate, amount, mark
from   moved_facts;
