-- Question  Why do the days of an older ledger go? They are derived, and come back in a form that is read ten times faster.
-- Grain     the table purchase_days of 0019
drop table purchase_days;
