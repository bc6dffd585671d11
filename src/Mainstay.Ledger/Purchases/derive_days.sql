-- Question  On which days did each customer buy, for how much, and as of when does it look so?
-- Grain     adds to purchase_days all rows of the touched customers; with $everyone of all
-- Params    $everyone boolean
-- Note      the only place that knows what a purchase day is. Most days never change: one grouping makes them. On a
--           changing day every line, refund and full refund is a span of as-of over which it adds something; where a
--           span begins or ends the sums so far make the next row
insert into purchase_days
       (customer_id, day, valid_from, valid_until, spend, net_revenue, net_of_costs, estimated_revenue)
with line as not materialized (
    select customer_id, order_id, day, cancelled_on, revenue, revenue - coalesce(cost, 0) as net_of_costs,
           case when cost is null then revenue else 0 end as estimated_revenue
    from   current_order_lines
    where  customer_id is not null
      and  (cast($everyone as boolean) or customer_id in (select customer_id from touched_customers))
),
changing as (
    select customer_id, day
    from   line
    where  cancelled_on is not null
    union
    select customer_id, day
    from   line
    where  order_id in (select order_id from current_refunds)
    union
    select customer_id, coalesce(order_day, day)
    from   current_refunds
    where  customer_id is not null
      and  (cast($everyone as boolean) or customer_id in (select customer_id from touched_customers))
),
changing_line as (
    select line.customer_id, line.order_id, line.day, line.cancelled_on, line.revenue, line.net_of_costs,
           line.estimated_revenue
    from   line
    join   changing on changing.customer_id = line.customer_id and changing.day = line.day
    where  line.cancelled_on is null or line.cancelled_on > line.day
),
span as (
    select customer_id, day, day as since, cancelled_on as until, 1 as movements, 1 as purchases,
           revenue as spend, revenue as net_revenue, net_of_costs, estimated_revenue
    from   changing_line
    union all
    select line.customer_id, line.day, greatest(line.day, refunded.valid_from),
           least(coalesce(line.cancelled_on, refunded.valid_until), coalesce(refunded.valid_until, line.cancelled_on)),
           0, -1, -line.revenue, 0, 0, 0
    from   changing_line as line
    join   refunded_orders as refunded
           on refunded.customer_id = line.customer_id and refunded.order_id = line.order_id
    where  refunded.fully_refunded
      and  (cast($everyone as boolean) or refunded.customer_id in (select customer_id from touched_customers))
      and  (refunded.valid_until is null or refunded.valid_until > line.day)
      and  (line.cancelled_on is null or line.cancelled_on > refunded.valid_from)
    union all
    select customer_id, coalesce(order_day, day), valid_from, valid_until, 1,
           case when order_day is null or whole_order then 0 else 1 end,
           case when order_day is null or whole_order then 0 else -amount end,
           -amount, -coalesce(known_margin, 0) - coalesce(estimated_revenue, 0), -coalesce(estimated_revenue, 0)
    from   effective_refunds
    where  customer_id is not null
      and  (cast($everyone as boolean) or customer_id in (select customer_id from touched_customers))
),
turn as (
    select customer_id, day, since as as_of, movements, purchases, spend, net_revenue, net_of_costs, estimated_revenue
    from   span
    union all
    select customer_id, day, until, -movements, -purchases, -spend, -net_revenue, -net_of_costs, -estimated_revenue
    from   span
    where  until is not null
),
stretch as (
    select   customer_id, day, as_of as valid_from, lead(as_of) over own as valid_until,
             sum(sum(movements)) over own as movements, sum(sum(purchases)) over own as purchases,
             sum(sum(spend)) over own as spend, sum(sum(net_revenue)) over own as net_revenue,
             sum(sum(net_of_costs)) over own as net_of_costs, sum(sum(estimated_revenue)) over own as estimated_revenue
    from     turn
    group by customer_id, day, as_of
    window   own as (partition by customer_id, day order by as_of)
)
select   customer_id, day, day, cast(null as date), sum(revenue), sum(revenue), sum(net_of_costs),
         sum(estimated_revenue)
from     line
where    not exists (select 1 from changing
                     where  changing.customer_id = line.customer_id and changing.day = line.day)
group by customer_id, day
union all
select   customer_id, day, valid_from, valid_until, case when purchases > 0 then spend end, net_revenue, net_of_costs,
         estimated_revenue
from     stretch
where    movements > 0;
