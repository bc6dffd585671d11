-- Question  What did everything beside goods cost, fact by fact?
-- Grain     one row per activity, order cost, touch and payment on or before the basis's as-of
-- Columns   price_number  row of activity_prices; null for what needs no price
--           category_number  its place in CostCategory, from 0: compared faster than its name
--           minutes       of work; null where none are known, or only our default where the cost itself is stated
--           quantity      of an activity; of a payment the days it was waited for; own_cost is then what was owed
--           cost          null where nothing prices the activity; avoidable: the part that would go with the work
--           mark_rank     0 measured … 3 default: the worse of the fact's own and its price's, of which a unit time
--                         counts only where no minutes are given
-- Note      nineteen digits: the embedded engine multiplies numbers of eighteen in sixty-four bits, which overflow. A
--           view over activity_prices, which has one row per distinct activity, drivers and day
select    activity.customer_id, activity.fact_id, coalesce(activity.day, basis.as_of) as day, price.category,
          price.category_number,
          activity.activity as what, activity.drivers, price.price_number, activity.quantity,
          activity.minutes as own_minutes, activity.cost as own_cost,
          case when activity.minutes is not null then cast(activity.minutes as decimal(38, 8))
               when activity.cost is null or price.mark_rank < 3 then activity.quantity * price.unit_minutes end
            as minutes,
          coalesce(cast(activity.cost as decimal(38, 12)), activity.minutes * price.cost_per_minute,
                   activity.quantity * price.unit_cost)                                             as cost,
          coalesce(activity.cost * price.avoidable_share, activity.minutes * price.avoidable_per_minute,
                   activity.quantity * price.avoidable_unit_cost)                                   as avoidable,
          greatest(case activity.mark when 'measured' then 0 when 'time_study' then 1 when 'default' then 3
                                      else 2 end,
                   case when activity.cost is not null then 0
                        when activity.minutes is not null then price.rate_rank
                        else price.mark_rank end) as mark_rank
from      (select customer_id, fact_id, day, activity, coalesce(drivers, '') as drivers,
                  cast(quantity as decimal(19, 4)) as quantity, cast(minutes as decimal(19, 4)) as minutes, cost, mark
           from   activities_to_price
           union all
           select customer_id, null, day, activity, '', quantity, null, null, 'measured'
           from   order_activities) as activity
cross join cost_basis as basis
join      activity_prices as price
          on  price.activity = activity.activity and price.drivers = activity.drivers
          and price.day = coalesce(activity.day, basis.as_of)
where     activity.day is null or activity.day <= basis.as_of
union all
select    customer_id, fact_id, day, case cost_kind when 'payment_fee' then 'payment_fees' else 'delivery' end,
          case cost_kind when 'payment_fee' then 0 else 1 end, cost_kind, '', null, null, null, cost, null,
          cast(cost as decimal(38, 12)), cast(cost as decimal(38, 12)),
          case mark when 'measured' then 0 when 'time_study' then 1 when 'default' then 3 else 2 end
from      current_order_costs
cross join cost_basis as basis
where     day is null or day <= basis.as_of
union all
select    customer_id, fact_id, day, 'marketing', 10, coalesce(campaign, channel, 'touch'), '', null, null, null, cost,
          null, cast(coalesce(cost, 0) as decimal(38, 12)), cast(coalesce(cost, 0) as decimal(38, 12)),
          case mark when 'measured' then 0 when 'time_study' then 1 when 'default' then 3 else 2 end
from      current_touches
cross join cost_basis as basis
where     day is null or day <= basis.as_of
union all
select    customer_id, fact_id, due, 'slow_payment', 8, 'waiting', '', null, cast(days as decimal(19, 4)), null, amount,
          null, cast(amount * days * waiting_rate as decimal(38, 12)),
          cast(amount * days * waiting_rate as decimal(38, 12)), 0
from      (select customer_id, fact_id, due, amount, waiting_rate,
                  cast(case when paid is null or paid > basis.as_of then basis.as_of else paid end - due as integer)
                    as days
           from   current_payments
           cross join cost_basis as basis
           where  due < case when paid is null or paid > basis.as_of then basis.as_of else paid end) as waited
