-- Question  What does the customer in the middle look like?
-- Grain     one row
-- Params    $snapshot_id uuid
select cast(percentile_cont(0.5) within group (order by cast(purchase_days as double precision)) as double precision)
                                                                                                as purchase_days,
       cast(percentile_cont(0.5) within group (order by spend_per_day) as double precision)     as spend_per_day,
       cast(percentile_cont(0.5) within group (order by margin_rate) as double precision)       as margin_rate,
       cast(percentile_cont(0.5) within group (order by service_rate) as double precision)      as service_rate
from   (select purchase_days, cast(net_revenue as double precision) / purchase_days as spend_per_day,
               cast(product_margin as double precision) / nullif(cast(net_revenue as double precision), 0)
                 as margin_rate,
               cast(service_cost + returns as double precision) / nullif(cast(net_revenue as double precision), 0)
                 as service_rate
        from   customer_accounts
        where  snapshot_id = cast($snapshot_id as uuid) and purchase_days > 0) as customer
