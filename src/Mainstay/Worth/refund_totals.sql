-- Question  What do the refunds that count come to, without asking whose they are?
-- Grain     one row
-- Params    $as_of date
select coalesce(sum(case when counted then amount end), 0)                              as amount,
       coalesce(sum(case when counted then known_margin end), 0)                        as known_margin,
       coalesce(sum(case when counted then estimated_revenue end), 0)                   as estimated_revenue,
       coalesce(sum(case when counted and is_unassigned then amount end), 0)            as unassigned_amount,
       coalesce(sum(case when counted and is_unassigned then known_margin end), 0)      as unassigned_known_margin,
       coalesce(sum(case when counted and is_unassigned then estimated_revenue end), 0) as unassigned_estimated_revenue,
       cast(coalesce(sum(case when counted and is_unlinked then refunds end), 0) as bigint) as unlinked,
       coalesce(sum(case when counted and is_unlinked then amount end), 0)              as unlinked_amount,
       cast(coalesce(sum(case when day > cast($as_of as date) then refunds end), 0) as bigint) as refunds_after
from   (select day, is_unassigned, is_unlinked, refunds, amount, known_margin, estimated_revenue,
               valid_from <= cast($as_of as date)
                 and (valid_until is null or valid_until > cast($as_of as date)) as counted
        from   booked_refunds) as refund
