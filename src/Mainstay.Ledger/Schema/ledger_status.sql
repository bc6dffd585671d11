-- Question  How much does the ledger hold?
-- Grain     one row
-- Params    none
select cast((select value from ledger_info where name = 'ledger_version') as bigint)               as ledger_version,
       cast((select count(*) from imports where undone_at is null) as bigint)                      as imports,
       cast((select count(*) from imports where undone_at is not null) as bigint)                  as undone_imports,
       cast((select count(*) from current_customers) as bigint)                                    as customers,
       cast(count(distinct line.order_id) as bigint)                                               as orders,
       cast(count(*) as bigint)                                                                    as order_lines,
       cast(count(distinct case when line.customer_id is null then line.order_id end) as bigint)   as unassigned_orders,
       cast((select count(*) from current_refund_facts) as bigint)                                 as refunds,
       cast((select count(*) from refund_matches where matched_by is null) as bigint)              as unlinked_refunds,
       cast((select count(*) from facts where live) as bigint)                                     as facts,
       min(line.day)                                                                               as first_day,
       max(line.day)                                                                               as last_day,
       (select max(imported_at) from imports where undone_at is null)                              as last_import_at
from   current_order_lines line;
