-- Question  Which acquisition spend falls on a customer, and on how many others?
-- Grain     one row per month and channel of spend that won them
-- Params    $snapshot_id uuid · $customer_id uuid · $as_of date
with won as (
    select    customer.customer_id,
              cast(date_trunc('month', cast(customer.first_day as timestamp)) as date) as month,
              min(lower(trim(line.channel)))                                           as channel
    from      customer_snapshots as customer
    left join order_lines as line
              on line.customer_id = customer.customer_id and line.day = customer.first_day and line.live
    where     customer.snapshot_id = cast($snapshot_id as uuid) and customer.purchase_days > 0
    group by  customer.customer_id, customer.first_day
),
own as (
    select month, channel from won where customer_id = cast($customer_id as uuid)
),
spent as (
    select   cast(date_trunc('month', cast(month as timestamp)) as date) as month, lower(trim(channel)) as channel,
             sum(cost) as cost
    from     current_acquisition_spend
    where    month <= cast($as_of as date)
    group by cast(date_trunc('month', cast(month as timestamp)) as date), lower(trim(channel))
)
select   spent.month, spent.channel, spent.cost, cast(count(*) as bigint) as customers
from     own
join     spent on spent.month = own.month and (spent.channel is null or spent.channel = own.channel)
join     won on won.month = spent.month and (spent.channel is null or won.channel = spent.channel)
group by spent.month, spent.channel, spent.cost
order by spent.month, spent.channel nulls first
