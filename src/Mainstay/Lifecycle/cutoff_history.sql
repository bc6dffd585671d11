-- Question  How had each customer bought up to $cutoff, and how often did they buy from then to $as_of?
-- Grain     one row per customer with a purchase day on or before $cutoff
-- Params    $cutoff date · $as_of date · $everyone boolean
-- Columns   last_day   the last on or before $cutoff
--           purchases  purchase days after $cutoff, up to $as_of
-- Note      materialised. With today's knowledge of both sides: a day refunded by $as_of counts on neither. One level
--           of group by on the distribution column, so that shards do it whole
select   customer_id,
         cast(count(case when day <= cast($cutoff as date) then 1 end) as bigint) as purchase_days,
         min(day)                                                                 as first_day,
         max(case when day <= cast($cutoff as date) then day end)                 as last_day,
         cast(count(case when day > cast($cutoff as date) then 1 end) as bigint)  as purchases
from     purchase_days
where    valid_from <= cast($as_of as date) and (valid_until is null or valid_until > cast($as_of as date))
  and    spend is not null and day <= cast($as_of as date)
  and    (cast($everyone as boolean) or customer_id in (select customer_id from sampled_customers))
group by customer_id
having   min(day) <= cast($cutoff as date)
