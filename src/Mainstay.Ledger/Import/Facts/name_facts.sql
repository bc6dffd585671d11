-- Question  What does each fact of the file say, and what is it called?
-- Grain     one row per fact that was not refused
-- Params    $currency varchar
-- Columns   content  fingerprint of what the file says
--           fact_id  what names the fact, else the content and its occurrence in the file
--           person_kind, person_key  whom it names, as a file of orders would: docs/decisions/0003
-- Note      materialised; names by content make the result independent of the order of imports. Few rows are alike,
--           so only those are counted
with understood as (
    select    staged.staged_id, staged.kind, staged.day, staged.fact_key, staged.other_key, staged.order_ref,
              case when staged.customer_key is null or lower(trim(staged.customer_key)) = lower(trim(staged.email))
                   then 'email' else 'key' end as person_kind,
              case when staged.customer_key is null or lower(trim(staged.customer_key)) = lower(trim(staged.email))
                   then nullif(lower(trim(staged.email)), '') else staged.customer_key end as person_key,
              case when staged.currency is null or staged.currency = cast($currency as varchar) or staged.amount is null
                   then cast(1 as decimal(18,8)) else rate.rate end as exchange_rate,
              concat(staged.kind, chr(31), cast(staged.day as varchar), chr(31), cast(staged.until as varchar), chr(31),
                     staged.name, chr(31), staged.channel, chr(31), staged.detail, chr(31),
                     cast(staged.quantity as varchar), chr(31), cast(staged.minutes as varchar), chr(31),
                     cast(staged.amount as varchar), chr(31), cast(staged.share as varchar), chr(31), staged.currency,
                     chr(31), staged.mark, chr(31), staged.customer_key, chr(31), lower(trim(staged.email)), chr(31),
                     staged.other_key, chr(31), staged.order_ref) as says
    from      staged_facts staged
    left join exchange_rates rate on rate.currency = staged.currency
    where     staged.row_number not in (select row_number from refused_rows)
),
named as (
    select staged_id, kind, day, fact_key, other_key, order_ref, person_kind, person_key, exchange_rate,
           cast(md5(says) as uuid) as content
    from   understood
),
stemmed as (
    select staged_id, kind, day, other_key, order_ref, person_kind, person_key, exchange_rate, content,
           case when fact_key is null then content
                else cast(md5('fact' || chr(31) || kind || chr(31) || fact_key) as uuid) end as stem
    from   named
),
repeated as (
    select staged_id, row_number() over (partition by stem order by staged_id) as position
    from   stemmed
    where  stem in (select stem from stemmed group by stem having count(*) > 1)
)
select    stemmed.staged_id, stemmed.kind, stemmed.day, stemmed.other_key, stemmed.order_ref, stemmed.person_kind,
          stemmed.person_key, stemmed.exchange_rate, stemmed.content,
          case when repeated.position > 1
               then cast(md5(cast(stemmed.stem as varchar) || chr(31) || cast(repeated.position as varchar)) as uuid)
               else stemmed.stem end as fact_id
from      stemmed
left join repeated on repeated.staged_id = stemmed.staged_id;
