-- Question  Does any day of this log need more than its revenue, or look different as of different days?
-- Grain     one row
-- Params    none
select exists (select 1 from current_order_lines where cost is not null or cancelled_on is not null)
    or exists (select 1 from current_refunds) as has_changing_days;
