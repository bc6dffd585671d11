-- Question  What did the company take in each calendar month?
-- Grain     one row per month with an order or a refund
-- Params    $as_of date
-- Columns   net_revenue  the month's orders less the refunds dated in it, unassigned included
select   cast(date_trunc('month', cast(day as timestamp)) as date) as month, sum(net_revenue) as net_revenue
from     (select day, revenue as net_revenue
          from   booked_lines
          where  day <= cast($as_of as date) and (cancelled_on is null or cancelled_on > cast($as_of as date))
          union all
          select day, -amount
          from   booked_refunds
          where  valid_from <= cast($as_of as date)
            and  (valid_until is null or valid_until > cast($as_of as date))) as movement
group by cast(date_trunc('month', cast(day as timestamp)) as date)
order by month
