-- Question  Which orders does a file of facts name?
-- Grain     one row per order number
-- Params    none
-- Columns   order_id  what an order log calls the order of that number
select order_ref, cast(md5('order' || chr(31) || 'orders' || chr(31) || order_ref) as uuid) as order_id
from   (select distinct order_ref from keyed_facts where order_ref is not null) named;
