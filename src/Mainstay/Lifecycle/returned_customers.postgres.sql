-- Question  Who bought again after they had lapsed?
-- Grain     one row per customer alive with two or more repeat purchases
-- Params    $as_of date
-- Columns   previous_day  the purchase before the last
-- Note      won_back_before says, in days from the first purchase, before which day the purchase before the last must
--           lie; with one repeat that purchase is the first, and the scores already know. One level of group by on the
--           distribution column, so that shards do it whole
select   valued.customer_id
from     valued_customers as valued
join     (select   customer_id, (array_agg(day order by day desc))[2] as previous_day
          from     purchase_days
          where    spend is not null
            and    valid_from <= cast($as_of as date)
            and    (valid_until is null or valid_until > cast($as_of as date))
          group by customer_id
          having   count(*) > 2) as purchase on purchase.customer_id = valued.customer_id
where    valued.state in ('active', 'at_risk')
  and    purchase.previous_day - valued.first_day < valued.won_back_before
