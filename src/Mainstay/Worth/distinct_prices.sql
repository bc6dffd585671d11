-- Question  What is one more purchase worth to us, by purchase history?
-- Grain     one row per distinct history of customers with a purchase day
-- Columns   price    margin of one expected purchase, summed over the history's customers
--           squares  the same squared, customer by customer, for the variance of sums
select   cast(valued.purchase_days - 1 as bigint)                                     as frequency,
         cast(valued.last_day - valued.first_day as bigint)                           as recency_days,
         cast(basis.as_of - valued.first_day as bigint)                               as t_days,
         coalesce(sum(valued.expected_spend * (valued.margin_rate - valued.service_rate)), 0) as price,
         coalesce(sum(valued.expected_spend * valued.expected_spend
                      * (valued.margin_rate - valued.service_rate)
                      * (valued.margin_rate - valued.service_rate)), 0)               as squares
from     valued_customers as valued
cross join valuation_basis as basis
where    valued.purchase_days > 0
group by valued.purchase_days, valued.last_day - valued.first_day, basis.as_of - valued.first_day
order by frequency, recency_days, t_days
