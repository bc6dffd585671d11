-- Question  Which order lines cost the firm something else than the ledger says, by the unit cost of their article?
-- Grain     one row per version of a line without a cost of its own whose derived cost changes
-- Params    none
-- Note      materialised; of an article the unit cost counts that holds on the line's day
with unit as (
    select sku, coalesce(valid_from, date '0001-01-01') as since, unit_cost,
           lead(coalesce(valid_from, date '0001-01-01'))
               over (partition by sku order by coalesce(valid_from, date '0001-01-01')) as until
    from   current_product_costs
),
costed as (
    select    line.line_id, line.import_number, line.customer_id, line.cost as before,
              cast(line.quantity * unit.unit_cost as decimal(19,4)) as cost
    from      order_lines line
    left join unit on unit.sku = line.sku and line.day >= unit.since and (unit.until is null or line.day < unit.until)
    where     line.line_cost is null and line.sku is not null and line.quantity is not null
)
select line_id, import_number, customer_id, cost
from   costed
where  cost is distinct from before;
