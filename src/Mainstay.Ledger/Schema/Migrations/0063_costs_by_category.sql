-- Question  Why do the kept costs of categories go? Summing eleven for every customer took longer than all else about them.
-- Grain     the table cost_snapshots of 0054; what one customer cost by category is asked of the facts
drop table cost_snapshots;
