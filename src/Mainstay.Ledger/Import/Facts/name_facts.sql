-- Question  What does each fact of the file say, and what is it called?
-- Grain     one row per fact that was not refused
-- Params    $currency varchar
-- Columns   content  fingerprint of what the file says
--           fact_id  what names the fact, else the content and its occurrence in the file
--           person_kind, person_key  whom it names, as a file of orders would: docs/decisions/0003
-- Note      materialised; names by content make the result independent of the order of imports
with understood as (
    select    staged.staged_id, staged.kind, staged.day, staged.fact_key, staged.other_key, staged.order_ref,
              case when staged.customer_key is null or lower(trim(staged.customer_key)) = lower(trim(staged.email))
                   then 'email' else 'key' end as person_kind,
              case when staged.customer_key is null or lower(trim(staged.customer_key)) = lower(trim(staged.email))
                   then nullif(lower(trim(staged.email)), '') else staged.customer_key end as person_key,
              case when staged.currency is null or staged.currency = cast($currency as varchar) or staged.amount is null
                   then cast(1 as decimal(18,8)) else rate.rate end as exchange_rate,
              staged.kind || chr(31) || coalesce(cast(staged.day as varchar), '')
                || chr(31) || coalesce(cast(staged.until as varchar), '') || chr(31) || coalesce(staged.name, '')
                || chr(31) || coalesce(staged.channel, '') || chr(31) || coalesce(staged.detail, '')
                || chr(31) || coalesce(cast(staged.quantity as varchar), '')
                || chr(31) || coalesce(cast(staged.minutes as varchar), '')
                || chr(31) || coalesce(cast(staged.amount as varchar), '')
                || chr(31) || coalesce(cast(staged.share as varchar), '') || chr(31) || coalesce(staged.currency, '')
                || chr(31) || coalesce(staged.mark, '') || chr(31) || coalesce(staged.customer_key, '')
                || chr(31) || coalesce(lower(trim(staged.email)), '') || chr(31) || coalesce(staged.other_key, '')
                || chr(31) || coalesce(staged.order_ref, '') as says
    from      staged_facts staged
    left join exchange_rates rate on rate.currency = staged.currency
    where     staged.row_number not in (select row_number from refused_rows)
),
named as (
    select staged_id, kind, day, other_key, order_ref, person_kind, person_key, exchange_rate,
           cast(md5(says) as uuid) as content,
           cast(md5('fact' || chr(31) || case when fact_key is null then says else kind || chr(31) || fact_key end)
                as uuid) as stem
    from   understood
),
placed as (
    select staged_id, kind, day, other_key, order_ref, person_kind, person_key, exchange_rate, content, stem,
           row_number() over (partition by stem order by staged_id) as position
    from   named
)
select staged_id, kind, day, other_key, order_ref, person_kind, person_key, exchange_rate, content,
       case when position = 1 then stem
            else cast(md5(cast(stem as varchar) || chr(31) || cast(position as varchar)) as uuid) end as fact_id
from   placed;
