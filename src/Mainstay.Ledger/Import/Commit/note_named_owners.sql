-- Question  Whose refunds may fall differently because a refund without a customer names their order?
-- Grain     one row per customer, added to touched_customers
-- Params    $import_number bigint
insert into touched_customers (customer_id)
select distinct customer_id
from   order_lines
where  customer_id is not null
  and  order_id in (select order_ref_match
                    from   refunds
                    where  customer_id is null
                      and  refund_id in (select refund_id from refunds
                                         where  import_number = cast($import_number as bigint)
                                         union
                                         select row_key from sightings
                                         where  import_number = cast($import_number as bigint)));
