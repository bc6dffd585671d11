-- Question  What do the ledger's order lines come to as of $as_of, without asking whose they are?
-- Grain     one row
-- Params    $as_of date
-- Columns   known_margin, estimated_revenue  parts of revenue by whether the line's cost is known
--           unassigned_…                     of lines without a customer
select cast(coalesce(sum(case when day > cast($as_of as date) then lines end), 0) as bigint) as lines_after,
       cast(coalesce(sum(case when counted then lines end), 0) as bigint)                   as lines,
       coalesce(sum(case when counted then revenue end), 0)                                 as revenue,
       coalesce(sum(case when counted and has_cost then revenue - cost end), 0)             as known_margin,
       coalesce(sum(case when counted and not has_cost then revenue end), 0)                as estimated_revenue,
       cast(coalesce(sum(case when counted and has_cost then lines end), 0) as bigint)      as lines_with_cost,
       cast(coalesce(sum(case when counted and is_unassigned then lines end), 0) as bigint) as unassigned_lines,
       coalesce(sum(case when counted and is_unassigned then revenue end), 0)               as unassigned_revenue,
       coalesce(sum(case when counted and is_unassigned and has_cost then revenue - cost end), 0)
                                                                                as unassigned_known_margin,
       coalesce(sum(case when counted and is_unassigned and not has_cost then revenue end), 0)
                                                                                as unassigned_estimated_revenue
from   (select day, is_unassigned, has_cost, lines, revenue, cost,
               day <= cast($as_of as date)
                 and (cancelled_on is null or cancelled_on > cast($as_of as date)) as counted
        from   booked_lines) as line
