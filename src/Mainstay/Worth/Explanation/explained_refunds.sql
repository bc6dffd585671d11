-- Question  What did refunds take from a customer's margin?
-- Grain     one row per refund that counts
-- Params    $as_of date · $margin_rate decimal(9,8) · $customer_id uuid
select   day,
         order_day,
         amount,
         estimated_revenue is not null as at_rate,
         -(cast(coalesce(known_margin, 0) as decimal(38, 12))
           + cast(coalesce(estimated_revenue, 0) as decimal(26, 4)) * cast($margin_rate as decimal(9, 8))) as margin
from     effective_refunds
where    customer_id = cast($customer_id as uuid)
  and    valid_from <= cast($as_of as date)
  and    (valid_until is null or valid_until > cast($as_of as date))
order by day, amount
