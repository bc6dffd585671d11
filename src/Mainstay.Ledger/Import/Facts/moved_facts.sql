-- Question  Which facts of an order whose customer they follow have another customer now?
-- Grain     one row per version of such a fact, with its new owner
-- Params    none
-- Note      materialised
select    fact.fact_id, fact.import_number, fact.live, fact.content, fact.kind, fact.identity_id,
          ordered.customer_id, fact.other_customer_id, fact.order_id, fact.row_number, fact.day, fact.until, fact.name,
          fact.channel, fact.detail, fact.quantity, fact.minutes, fact.share, fact.file_amount, fact.currency,
          fact.exchange_rate, fact.amount, fact.mark
from      facts fact
left join (select   order_id, cast(min(cast(customer_id as varchar)) as uuid) as customer_id
           from     order_lines
           where    live and order_id in (select order_id from facts where identity_id is null and order_id is not null)
           group by order_id) ordered on ordered.order_id = fact.order_id
where     fact.identity_id is null and fact.order_id is not null
  and     fact.customer_id is distinct from ordered.customer_id;
