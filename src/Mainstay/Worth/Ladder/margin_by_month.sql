-- Question  What did the company take in each month, and what was left of it after the cost of goods?
-- Grain     one row per month with an order or a refund
-- Params    $as_of date · $margin_rate decimal(9,8)
-- Note      a refund falls into its own month
select   cast(date_trunc('month', cast(day as timestamp)) as date) as month,
         sum(revenue)                                                                  as net_revenue,
         sum(known_margin) + cast(sum(estimated_revenue) as decimal(26, 4)) * cast($margin_rate as decimal(9, 8))
                                                                                       as product_margin
from     (select day, revenue, case when has_cost then revenue - cost else 0 end as known_margin,
                 case when has_cost then 0 else revenue end as estimated_revenue
          from   line_totals
          where  day <= cast($as_of as date) and (cancelled_on is null or cancelled_on > cast($as_of as date))
          union all
          select day, -amount, -known_margin, -estimated_revenue
          from   refund_totals
          where  valid_from <= cast($as_of as date)
            and  (valid_until is null or valid_until > cast($as_of as date))) as movement
group by cast(date_trunc('month', cast(day as timestamp)) as date)
order by month
