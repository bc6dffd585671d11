-- Question  What is each fact of the file to the ledger, and whose is it?
-- Grain     one row per fact that was not refused
-- Params    none
-- Columns   verdict      created | updated | skipped, against the live version of the same fact
--           live_number  the import that wrote that version
-- Note      materialised
select    keyed.staged_id, keyed.day, keyed.fact_id, keyed.content,
          case when known.fact_id is null then 'created' when known.content = keyed.content then 'skipped'
               else 'updated' end as verdict,
          known.import_number as live_number, person.identity_id,
          coalesce(person.customer_id, ordered.customer_id) as customer_id, other.customer_id as other_customer_id,
          case when keyed.order_ref is not null
               then coalesce(ordered.order_id,
                             cast(md5('order' || chr(31) || 'orders' || chr(31) || keyed.order_ref) as uuid)) end as order_id,
          keyed.exchange_rate
from      keyed_facts keyed
left join known_facts known on known.fact_id = keyed.fact_id
left join fact_owners person on person.person_key = keyed.person_key and person.person_kind = keyed.person_kind
left join fact_owners other on other.person_key = keyed.other_key and other.person_kind = 'key'
left join known_orders ordered on ordered.order_ref = keyed.order_ref;
