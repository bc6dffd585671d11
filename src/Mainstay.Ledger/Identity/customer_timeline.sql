-- Question  What happened between the business and this customer?
-- Grain     one row per order, cancellation, part of a refund, piece of work, touch, bill paid or still owed, membership,
--           and import that speaks of the customer; what has no day is left out
-- Params    $customer_id uuid · $zone varchar
select   day, kind, reference, amount, lines, matched_by
from (
    select day, 'order' as kind, order_ref as reference, cast(revenue as decimal(19,4)) as amount, lines,
           cast(null as varchar) as matched_by
    from   orders
    where  customer_id = cast($customer_id as uuid)
    union all
    select cancelled_on, 'cancellation', order_ref, cast(-revenue as decimal(19,4)), lines, null
    from   orders
    where  customer_id = cast($customer_id as uuid) and cancelled_on is not null
    union all
    select    part.day, 'refund', named.order_ref, cast(-part.amount as decimal(19,4)), null, part.matched_by
    from      refund_matches part
    left join orders named on named.order_id = part.order_id
    where     part.customer_id = cast($customer_id as uuid)
    union all
    select day, 'work', activity, cast(-cost as decimal(19,4)), null, null
    from   current_activities
    where  customer_id = cast($customer_id as uuid) and day is not null
    union all
    select day, 'marketing', coalesce(campaign, channel), cast(-cost as decimal(19,4)), null, null
    from   current_touches
    where  customer_id = cast($customer_id as uuid) and day is not null
    union all
    select coalesce(paid, due), case when paid is null then 'bill due' else 'bill paid' end, null,
           cast(amount as decimal(19,4)), null, null
    from   current_payments
    where  customer_id = cast($customer_id as uuid) and coalesce(paid, due) is not null
    union all
    select valid_from, 'membership', programme, null, null, null
    from   current_memberships
    where  customer_id = cast($customer_id as uuid)
    union all
    select distinct cast(timezone(cast($zone as varchar), imports.imported_at) as date), 'import', imports.file_name,
           cast(null as decimal(19,4)), cast(null as bigint), cast(null as varchar)
    from   identities
    join   imports on imports.import_number = identities.import_number
    where  identities.live and identities.customer_id = cast($customer_id as uuid)
) entries
order by day desc, kind collate "C", reference collate "C" nulls last, amount nulls last;
