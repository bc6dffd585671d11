-- Question  What does each row of the file say, what is it called, and do we know it already?
-- Grain     one row per row of the file that was not refused, added to incoming
-- Params    $source varchar · $currency varchar
-- Columns   content  fingerprint of what the row says about the order; name, country and article text may change freely
--           row_key  (source, order id, line, position); without an order id the content and its occurrence in the file
--           verdict  created | updated | skipped, against the live version of the same row_key
-- Note      names by content make the result independent of the order of imports: docs/decisions/0003
insert into incoming
with understood as (
    select    staged.row_number, staged.is_refund or staged.amount < 0 as is_refund,
              nullif(staged.order_ref, '') as order_ref, coalesce(staged.line_ref, '') as line_ref,
              case when nullif(staged.customer_key, '') is null
                     or lower(trim(staged.customer_key)) = lower(trim(staged.email)) then 'email' else 'key' end as identity_kind,
              case when nullif(staged.customer_key, '') is null
                     or lower(trim(staged.customer_key)) = lower(trim(staged.email)) then nullif(lower(trim(staged.email)), '')
                   else staged.customer_key end as identity_key,
              staged.name, nullif(lower(trim(staged.email)), '') as email, staged.country, staged.member,
              staged.ordered_at, staged.day, staged.sku, staged.description, staged.quantity, staged.unit_price,
              staged.discount, staged.amount, staged.cost, staged.currency, staged.channel,
              case when staged.currency is null or staged.currency = cast($currency as varchar)
                   then cast(1 as decimal(18,8)) else rate.rate end as exchange_rate,
              case when staged.status = 'cancelled' then coalesce(staged.cancelled_on, staged.day) end as cancelled_on
    from      staged_rows staged
    left join exchange_rates rate on rate.currency = staged.currency
    where     staged.row_number not in (select row_number from refused_rows)
),
named as (
    select row_number, is_refund, order_ref, line_ref, identity_kind, identity_key, name, email, country, member,
           ordered_at, day, sku, description, quantity, unit_price, discount, amount, cost, currency, channel,
           exchange_rate, cancelled_on,
           cast(md5(cast($source as varchar) || chr(31) || coalesce(identity_kind || chr(30) || identity_key, '')
                || chr(31) || coalesce(order_ref, '')
                || chr(31) || coalesce(cast(cast(extract(epoch from ordered_at) * 1000000 as bigint) as varchar),
                                       cast(day as varchar))
                || chr(31) || coalesce(sku, '') || chr(31) || coalesce(cast(quantity as varchar), '')
                || chr(31) || coalesce(cast(unit_price as varchar), '') || chr(31) || coalesce(cast(discount as varchar), '')
                || chr(31) || cast(amount as varchar) || chr(31) || coalesce(cast(cost as varchar), '')
                || chr(31) || coalesce(currency, '') || chr(31) || coalesce(channel, '')
                || chr(31) || coalesce(cast(cancelled_on as varchar), '')) as uuid) as content,
           case when identity_key is not null
                then cast(md5('identity' || chr(31) || cast($source as varchar) || chr(31) || identity_kind || chr(31) || identity_key)
                     as uuid) end as identity_id,
           case when order_ref is not null
                then cast(md5('order' || chr(31) || cast($source as varchar) || chr(31) || order_ref) as uuid) end as named_order
    from   understood
),
placed as (
    select row_number, is_refund, order_ref, line_ref, identity_kind, identity_key, identity_id, name, email, country,
           member, ordered_at, day, sku, description, quantity, unit_price, discount, amount, cost, currency, channel,
           exchange_rate, cancelled_on, content, named_order,
           case when is_refund and line_ref = '' then content else coalesce(named_order, content) end as stem,
           row_number() over (partition by case when is_refund and line_ref = '' then content
                                                else coalesce(named_order, content) end, is_refund, line_ref
                              order by row_number, content) as position
    from   named
),
keyed as (
    select row_number, is_refund, order_ref, identity_kind, identity_key, identity_id, name, email, country, member,
           ordered_at, day, sku, description, quantity, unit_price, discount, amount, cost, currency, channel,
           exchange_rate, cancelled_on, content, named_order,
           case when line_ref = '' and position = 1 then stem
                else cast(md5(cast(stem as varchar) || chr(31) || cast(is_refund as varchar) || chr(31) || line_ref
                     || chr(31) || cast(position as varchar)) as uuid) end as row_key
    from   placed
),
known as (
    select line_id as row_key, content, import_number from order_lines where live
    union all
    select refund_id, content, import_number from refunds where live
)
select    keyed.row_number, keyed.is_refund, keyed.row_key, keyed.content,
          case when known.row_key is null then 'created' when known.content = keyed.content then 'skipped'
               else 'updated' end as verdict,
          known.import_number as live_number,
          case when keyed.is_refund then keyed.named_order else coalesce(keyed.named_order, keyed.row_key) end as order_id,
          keyed.identity_id,
          case when keyed.identity_kind = 'email' and keyed.identity_key is not null
               then cast(md5('customer' || chr(31) || keyed.identity_key) as uuid) else keyed.identity_id end as customer_id,
          keyed.identity_kind, keyed.identity_key, keyed.name, keyed.email, keyed.country, keyed.member,
          keyed.order_ref, keyed.ordered_at, keyed.day, keyed.sku, keyed.description,
          keyed.quantity, keyed.unit_price, keyed.discount,
          case when keyed.is_refund then -keyed.amount else keyed.amount end as amount,
          case when keyed.is_refund then abs(keyed.cost) else keyed.cost end as line_cost,
          keyed.currency, keyed.exchange_rate, keyed.channel, keyed.cancelled_on
from      keyed
left join known on known.row_key = keyed.row_key;
