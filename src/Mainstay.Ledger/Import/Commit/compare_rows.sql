-- Question  What is each row of the file to the ledger: new, changed or known?
-- Grain     one row per row of the file that was not refused
-- Params    none
-- Columns   verdict      created | updated | skipped, against the live version of the same row_key
--           live_number  the import that wrote that version
-- Note      materialised
select    keyed.staged_id, keyed.day, keyed.is_refund, keyed.row_key, keyed.content,
          case when known.row_key is null then 'created' when known.content = keyed.content then 'skipped'
               else 'updated' end as verdict,
          known.import_number as live_number,
          case when keyed.is_refund then keyed.named_order else coalesce(keyed.named_order, keyed.row_key) end as order_id,
          keyed.identity_id, coalesce(keyed.email_customer, keyed.identity_id) as customer_id, keyed.identity_kind,
          keyed.exchange_rate
from      keyed_rows keyed
left join known_rows known on known.row_key = keyed.row_key;
