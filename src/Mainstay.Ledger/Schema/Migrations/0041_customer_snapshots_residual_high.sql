-- Holds     the upper end of the residual value's interval; null where there is none
-- Grain     a column of customer_snapshots
alter table customer_snapshots add column residual_high double precision;
