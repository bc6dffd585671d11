-- Question  Who bought again after they had lapsed?
-- Grain     one row per customer alive with two or more repeat purchases
-- Params    $as_of date
-- Note      won_back_before says, in days from the first purchase, before which day the purchase before the last must
--           lie; with one repeat that purchase is the first, and the scores already know. DuckDB only because it looks
--           at the days of the few in question, where the other dialect looks at everybody's
select   purchase.customer_id
from     valued_customers as valued
join     purchase_days as purchase on purchase.customer_id = valued.customer_id
where    valued.purchase_days > 2
  and    valued.state in ('active', 'at_risk')
  and    valued.won_back_before > valued.purchase_days - 2
  and    purchase.day < valued.last_day
  and    purchase.spend is not null
  and    purchase.valid_from <= cast($as_of as date)
  and    (purchase.valid_until is null or purchase.valid_until > cast($as_of as date))
group by purchase.customer_id, valued.first_day, valued.won_back_before
having   max(purchase.day) - valued.first_day < valued.won_back_before
