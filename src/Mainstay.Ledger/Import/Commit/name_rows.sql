-- Question  What does each row of the file say, and what is it called?
-- Grain     one row per row of the file that was not refused
-- Params    $source varchar · $currency varchar
-- Columns   content  fingerprint of what the row says about the order; name, country and article text may change freely
--           row_key  (source, order id, line, position); without an order id the content and its occurrence in the file
-- Note      materialised. Only what names and compares a row is carried here, the rest stays in staged_rows under
--           staged_id; names by content make the result independent of the order of imports: docs/decisions/0003
with understood as (
    select    staged.staged_id, staged.day, staged.is_refund or staged.amount < 0 as is_refund,
              nullif(staged.order_ref, '') as order_ref, coalesce(staged.line_ref, '') as line_ref,
              case when nullif(staged.customer_key, '') is null
                     or lower(trim(staged.customer_key)) = lower(trim(staged.email)) then 'email' else 'key' end as identity_kind,
              case when nullif(staged.customer_key, '') is null
                     or lower(trim(staged.customer_key)) = lower(trim(staged.email)) then nullif(lower(trim(staged.email)), '')
                   else staged.customer_key end as identity_key,
              case when staged.currency is null or staged.currency = cast($currency as varchar)
                   then cast(1 as decimal(18,8)) else rate.rate end as exchange_rate,
              coalesce(cast(cast(extract(epoch from staged.ordered_at) * 1000000 as bigint) as varchar),
                       cast(staged.day as varchar))
                || chr(31) || coalesce(staged.sku, '') || chr(31) || coalesce(cast(staged.quantity as varchar), '')
                || chr(31) || coalesce(cast(staged.unit_price as varchar), '')
                || chr(31) || coalesce(cast(staged.discount as varchar), '')
                || chr(31) || cast(staged.amount as varchar) || chr(31) || coalesce(cast(staged.cost as varchar), '')
                || chr(31) || coalesce(staged.currency, '') || chr(31) || coalesce(staged.channel, '')
                || chr(31) || case when staged.status = 'cancelled'
                                   then cast(coalesce(staged.cancelled_on, staged.day) as varchar) else '' end as says
    from      staged_rows staged
    left join exchange_rates rate on rate.currency = staged.currency
    where     staged.row_number not in (select row_number from refused_rows)
),
named as (
    select staged_id, day, is_refund, line_ref, identity_kind, exchange_rate,
           cast(md5(cast($source as varchar) || chr(31) || coalesce(identity_kind || chr(30) || identity_key, '')
                || chr(31) || coalesce(order_ref, '') || chr(31) || says) as uuid) as content,
           case when identity_key is not null
                then cast(md5('identity' || chr(31) || cast($source as varchar) || chr(31) || identity_kind || chr(31) || identity_key)
                     as uuid) end as identity_id,
           case when identity_key is not null and identity_kind = 'email'
                then cast(md5('customer' || chr(31) || identity_key) as uuid) end as email_customer,
           case when order_ref is not null
                then cast(md5('order' || chr(31) || cast($source as varchar) || chr(31) || order_ref) as uuid) end as named_order
    from   understood
),
placed as (
    select staged_id, day, is_refund, line_ref, identity_kind, exchange_rate, content, identity_id, email_customer, named_order,
           case when is_refund and line_ref = '' then content else coalesce(named_order, content) end as stem,
           row_number() over (partition by case when is_refund and line_ref = '' then content
                                                else coalesce(named_order, content) end, is_refund, line_ref
                              order by staged_id) as position
    from   named
)
select staged_id, day, is_refund, identity_kind, exchange_rate, content, identity_id, email_customer, named_order,
       case when line_ref = '' and position = 1 then stem
            else cast(md5(cast(stem as varchar) || chr(31) || cast(is_refund as varchar) || chr(31) || line_ref
                 || chr(31) || cast(position as varchar)) as uuid) end as row_key
from   placed;
