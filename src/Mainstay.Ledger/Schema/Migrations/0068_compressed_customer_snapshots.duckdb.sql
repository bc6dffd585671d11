-- Question  Why do the kept customers of analyses go? 0065 took their analyses; the next are written without packing.
-- Grain     the table customer_snapshots of 0018
drop table customer_snapshots;
