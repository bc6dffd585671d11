-- Question  On which days did each customer buy, and for how much?
-- Grain     one row per customer and purchase day: a day with an order neither cancelled nor fully refunded
-- Columns   spend  net revenue of the day's orders less their refunds
-- Note      the only place that knows what a purchase day is; a temporary view
select customer_id, day, spend
from   customer_days
where  purchases > 0
