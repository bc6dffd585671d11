-- Question  Who are the gold customers, and how do they differ?
-- Grain     one row per gold customer, best first; $count: so many
-- Params    $snapshot_id uuid · $count bigint
select   customer, name, margin_to_date, residual_value, purchase_days,
         cast(net_revenue as double precision) / purchase_days                                  as spend_per_day,
         cast(product_margin as double precision) / nullif(cast(net_revenue as double precision), 0) as margin_rate,
         cast(service_cost + returns as double precision) / nullif(cast(net_revenue as double precision), 0)
                                                                                                as service_rate
from     customer_accounts
where    snapshot_id = cast($snapshot_id as uuid) and tier = 'gold' and purchase_days > 0
order by margin_to_date desc, customer collate "C"
limit    cast($count as bigint)
