-- Question  Which facts does this import bring, new or changed?
-- Grain     one row per new version
-- Params    $import_number bigint
-- Note      in the order of customers, which is how costs are summed
select incoming.fact_id, cast($import_number as bigint) as import_number, true as live, incoming.content, staged.kind,
       incoming.identity_id, incoming.customer_id, incoming.other_customer_id, incoming.order_id, staged.row_number,
       staged.day, staged.until, staged.name, staged.channel, staged.detail, staged.quantity, staged.minutes,
       cast(staged.share as decimal(9,8)) as share, staged.amount as file_amount,
       case when staged.amount is not null then staged.currency end as currency, incoming.exchange_rate,
       case when incoming.exchange_rate = 1 then staged.amount
            else cast(staged.amount * incoming.exchange_rate as decimal(19,4)) end as amount,
       staged.mark
from   incoming_facts incoming
join   staged_facts staged on staged.staged_id = incoming.staged_id
where  incoming.verdict <> 'skipped'
order by incoming.customer_id, staged.row_number, incoming.fact_id;
