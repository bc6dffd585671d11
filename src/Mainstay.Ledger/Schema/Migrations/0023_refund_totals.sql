-- Question  What do refunds come to, day by day, without asking whose they are?
-- Grain     one row per day and stretch of as-of, by whether there is a customer and an order
-- Columns   refunds  those that begin to count on the row's valid_from, so that each is counted once
create view refund_totals as
select   day, valid_from, valid_until, customer_id is null as is_unassigned, order_day is null as is_unlinked,
         cast(count(case when valid_from = day then 1 end) as bigint) as refunds, sum(amount) as amount,
         coalesce(sum(known_margin), 0) as known_margin, coalesce(sum(estimated_revenue), 0) as estimated_revenue
from     effective_refunds
group by day, valid_from, valid_until, customer_id is null, order_day is null;
