-- Question  How many rows does each table have that a change writes to?
-- Grain     one row per table
-- Params    none
-- Note      DuckDB only, where it matters and costs next to nothing
select 'order_lines' as table_name, count(*) as row_count from order_lines
union all select 'refunds', count(*) from refunds
union all select 'sightings', count(*) from sightings
union all select 'identities', count(*) from identities
union all select 'products', count(*) from products
union all select 'memberships', count(*) from memberships
union all select 'facts', count(*) from facts
union all select 'customers', count(*) from customers
union all select 'refund_matches', count(*) from refund_matches
union all select 'purchase_days', count(*) from purchase_days
order by table_name
