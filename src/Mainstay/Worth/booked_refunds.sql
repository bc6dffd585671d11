-- Question  What do refunds come to, day by day?
-- Grain     as refund_totals
-- Note      materialised, as booked_lines
select   day, valid_from, valid_until, is_unassigned, is_unlinked, refunds, amount, known_margin, estimated_revenue
from     refund_totals
order by day, valid_from, valid_until nulls first, is_unassigned, is_unlinked
