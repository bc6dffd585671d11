-- Question  Who bought again after they had lapsed?
-- Grain     one row per customer alive with two or more repeat purchases
-- Params    $as_of date
-- Columns   previous_day  the purchase before the last
-- Note      one level of group by on the distribution column, so that shards do it whole
select   alive.customer_id
from     maybe_returned as alive
join     (select   customer_id, (array_agg(day order by day desc))[2] as previous_day
          from     purchase_days
          where    spend is not null
            and    valid_from <= cast($as_of as date)
            and    (valid_until is null or valid_until > cast($as_of as date))
          group by customer_id
          having   count(*) > 2) as purchase on purchase.customer_id = alive.customer_id
where    purchase.previous_day < alive.lapsed_on
