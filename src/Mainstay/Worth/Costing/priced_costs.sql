-- Question  What did everything beside goods cost, fact by fact?
-- Grain     one row per activity, order cost, touch and payment on or before the basis's as-of
-- Columns   price_number  row of activity_prices; null for what needs no price
--           category_number  its place in CostCategory, from 0: compared faster than its name
--           minutes       of work; null where none are known, or only our default where the cost itself is stated
--           quantity      of an activity; of a payment the days it was waited for; own_cost is then what was owed
--           cost          null where nothing prices the activity; avoidable: the part that would go with the work
--           mark_rank     0 measured … 3 default: the worse of the fact's own and its price's, of which a unit time
--                         counts only where no minutes are given
-- Note      nineteen digits: the embedded engine multiplies numbers of eighteen in sixty-four bits, which overflow.
--           What is charged and at which rate is chosen first, so that every row is multiplied once. A view over
--           activity_prices, which has one row per distinct activity, drivers and day
select    customer_id, fact_id, day, category, category_number, activity as what, drivers, price_number, quantity,
          own_minutes, own_cost,
          case when own_minutes is not null then cast(own_minutes as decimal(38, 8))
               when own_cost is null or price_rank < 3 then quantity * unit_minutes end                as minutes,
          coalesce(cast(own_cost as decimal(38, 12)), charged * rate)                                  as cost,
          coalesce(own_cost * avoidable_share, charged * avoidable_rate)                               as avoidable,
          greatest(case mark when 'measured' then 0 when 'time_study' then 1 when 'default' then 3 else 2 end,
                   case when own_cost is not null then 0
                        when own_minutes is not null then rate_rank else price_rank end)               as mark_rank
from      (select activity.customer_id, activity.fact_id, coalesce(activity.day, basis.as_of) as day, activity.activity,
                  activity.drivers, activity.quantity, activity.minutes as own_minutes, activity.cost as own_cost,
                  activity.mark, price.category, price.category_number, price.price_number, price.unit_minutes,
                  price.avoidable_share, price.mark_rank as price_rank, price.rate_rank,
                  case when activity.minutes is not null and price.cost_per_minute is not null
                       then activity.minutes else activity.quantity end                   as charged,
                  case when activity.minutes is not null and price.cost_per_minute is not null
                       then price.cost_per_minute else price.unit_cost end                as rate,
                  case when activity.minutes is not null and price.cost_per_minute is not null
                       then price.avoidable_per_minute else price.avoidable_unit_cost end as avoidable_rate
           from   (select customer_id, fact_id, day, activity, coalesce(drivers, '') as drivers,
                          cast(quantity as decimal(19, 4)) as quantity, cast(minutes as decimal(19, 4)) as minutes,
                          cost, mark
                   from   activities_to_price
                   union all
                   select customer_id, null, day, activity, '', quantity, null, null, 'measured'
                   from   order_activities) as activity
           cross join cost_basis as basis
           join   activity_prices as price
                  on  price.activity = activity.activity and price.drivers = activity.drivers
                  and price.day = coalesce(activity.day, basis.as_of)
           where  activity.day is null or activity.day <= basis.as_of) as worked
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
