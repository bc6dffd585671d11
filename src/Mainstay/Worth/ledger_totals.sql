-- Question  What do the ledger's order lines come to as of $as_of, without asking whose they are?
-- Grain     one row
-- Params    $as_of date
-- Columns   known_margin, estimated_revenue  parts of revenue by whether the line's cost is known
--           unassigned_…                     of lines without a customer
select   cast(count(case when day > cast($as_of as date) then 1 end) as bigint)
           + (select cast(count(*) as bigint) from current_refunds where day > cast($as_of as date))   as rows_after,
         cast(count(case when counted then 1 end) as bigint)                                     as lines,
         coalesce(sum(case when counted then revenue end), 0)                                    as revenue,
         coalesce(sum(case when counted then revenue - cost end), 0)                             as known_margin,
         coalesce(sum(case when counted and cost is null then revenue end), 0)                   as estimated_revenue,
         cast(count(case when counted and cost is not null then 1 end) as bigint)                as lines_with_cost,
         cast(count(case when counted and customer_id is null then 1 end) as bigint)             as unassigned_lines,
         coalesce(sum(case when counted and customer_id is null then revenue end), 0)            as unassigned_revenue,
         coalesce(sum(case when counted and customer_id is null then revenue - cost end), 0) as unassigned_known_margin,
         coalesce(sum(case when counted and customer_id is null and cost is null
                           then revenue end), 0) as unassigned_estimated_revenue
from     (select customer_id, day, revenue, cost,
                 day <= cast($as_of as date)
                   and (cancelled_on is null or cancelled_on > cast($as_of as date)) as counted
          from   current_order_lines) as line
