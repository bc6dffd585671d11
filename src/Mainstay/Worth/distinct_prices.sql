-- Question  What is one more purchase worth to us, by purchase history?
-- Grain     one row per distinct history of customers with a purchase day
-- Columns   gain, loss      margin of one expected purchase, summed over those of the history's customers who bring
--                           something, and over those who cost, as positive amounts
--           gain_squares, loss_squares  the same squared, customer by customer, for the variance of sums
select   cast(purchase_days - 1 as bigint)                                   as frequency,
         cast(last_day - first_day as bigint)                                as recency_days,
         cast(as_of - first_day as bigint)                                   as t_days,
         coalesce(sum(case when price > 0 then price end), 0)                as gain,
         coalesce(sum(case when price > 0 then price * price end), 0)        as gain_squares,
         coalesce(sum(case when price < 0 then -price end), 0)               as loss,
         coalesce(sum(case when price < 0 then price * price end), 0)        as loss_squares
from     (select valued.purchase_days, valued.first_day, valued.last_day, basis.as_of,
                 valued.expected_spend * (valued.margin_rate - valued.service_rate) as price
          from   valued_customers as valued
          cross join valuation_basis as basis
          where  valued.purchase_days > 0) as priced
group by purchase_days, last_day - first_day, as_of - first_day
order by frequency, recency_days, t_days
