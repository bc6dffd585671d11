-- Question  Which customers stay whatever they cost, and why?
-- Grain     one row per customer and reason in force on $as_of
-- Params    $as_of date
select   customer_id, reason, owner, valid_from, review_on, note
from     current_exceptions
where    customer_id is not null
  and    (valid_from is null or valid_from <= cast($as_of as date))
  and    (review_on is null or review_on >= cast($as_of as date))
order by customer_id, valid_from nulls last, reason
