-- Question  What did loss-makers' orders give away: in discounts, below cost, in refunds?
-- Grain     one row per losing customer with any of it
-- Params    $as_of date · $margin_rate decimal(9,8)
-- Columns   discounts   in the business's currency; below_cost  cost above revenue, line by line
--           refunded    margin that refunds took
select   customer_id, sum(discounts) as discounts, sum(below_cost) as below_cost, sum(refunded) as refunded
from     (select   customer_id,
                   sum(cast(abs(coalesce(discount, 0)) * exchange_rate as decimal(38, 12)))         as discounts,
                   sum(cast(case when cost > revenue then cost - revenue else 0 end as decimal(38, 12))) as below_cost,
                   cast(0 as decimal(38, 12))                                                       as refunded
          from     order_lines
          where    live and day <= cast($as_of as date)
            and    (cancelled_on is null or cancelled_on > cast($as_of as date))
            and    customer_id in (select customer_id from losing_customers)
          group by customer_id
          union all
          select   customer_id, cast(0 as decimal(38, 12)), cast(0 as decimal(38, 12)),
                   sum(cast(coalesce(known_margin, 0) as decimal(38, 12))
                       + cast(coalesce(estimated_revenue, 0) as decimal(26, 4)) * cast($margin_rate as decimal(9, 8)))
          from     effective_refunds
          where    valid_from <= cast($as_of as date) and (valid_until is null or valid_until > cast($as_of as date))
            and    customer_id in (select customer_id from losing_customers)
          group by customer_id) as given
group by customer_id
order by customer_id
