-- Question  What do fees, delivery, marketing and waiting for money come to, without asking whose they are?
-- Grain     one row per category
-- Params    $as_of date · $waiting_rate decimal(9,9)
select   category, sum(cost) as cost, cast(max(mark_rank) as bigint) as mark_rank,
         sum(case when mark_rank >= 2 then cost else 0 end) as estimated_cost
from     (select case cost_kind when 'payment_fee' then 'payment_fees' else 'delivery' end as category,
                 cast(cost as decimal(38, 12)) as cost,
                 case mark when 'measured' then 0 when 'time_study' then 1 when 'default' then 3 else 2 end as mark_rank
          from   current_order_costs
          where  day is null or day <= cast($as_of as date)
          union all
          select 'marketing', cast(coalesce(cost, 0) as decimal(38, 12)),
                 case mark when 'measured' then 0 when 'time_study' then 1 when 'default' then 3 else 2 end
          from   current_touches
          where  day is null or day <= cast($as_of as date)
          union all
          select 'slow_payment',
                 cast(amount
                      * cast(case when paid is null or paid > cast($as_of as date) then cast($as_of as date)
                                  else paid end - due as integer)
                      * cast($waiting_rate as decimal(9, 9)) as decimal(38, 12)), 0
          from   current_payments
          where  due < case when paid is null or paid > cast($as_of as date) then cast($as_of as date) else paid end)
           as cost_of_a_kind
group by category
order by category
