-- Question  Which margins were estimated at a rate until the article's cost came in, and what are they now?
-- Grain     one row
-- Params    $as_of date
-- Columns   revenue, cost  of lines whose file gave no cost and that have one now
select cast(count(*) as bigint) as lines, coalesce(sum(revenue), 0) as revenue, coalesce(sum(cost), 0) as cost
from   order_lines
where  live and line_cost is null and cost is not null and day <= cast($as_of as date)
  and  (cancelled_on is null or cancelled_on > cast($as_of as date))
