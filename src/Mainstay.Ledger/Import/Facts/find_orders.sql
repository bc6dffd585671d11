-- Question  Which orders of the ledger do the order numbers of a file of facts mean, and whose are they?
-- Grain     one row per order number with a live order; the order files' own before another source's
-- Params    none
with numbered as (
    select   asked.order_ref, line.order_id, cast(min(cast(line.customer_id as varchar)) as uuid) as customer_id,
             min(case when line.order_id = asked.order_id then 0 else 1 end) as strangeness
    from     asked_orders asked
    join     order_lines line on line.order_ref = asked.order_ref
    where    line.live
    group by asked.order_ref, line.order_id
)
select order_ref, order_id, customer_id
from   (select order_ref, order_id, customer_id,
               row_number() over (partition by order_ref order by strangeness, order_id) as place
        from   numbered) ranked
where  place = 1;
