-- Question  Is this log plain: no day needs more than its revenue, looks different as of different days, or outgrows
--           eighteen digits?
-- Grain     one row
-- Params    none
select not exists (select 1 from current_order_lines where cost is not null or cancelled_on is not null)
   and not exists (select 1 from current_refunds)
   and (select coalesce(sum(abs(revenue)), 0) < 100000000000000 from current_order_lines) as is_plain;
