-- Question  Why does the view of accounts go? It comes back over costs that are kept by step of the ladder.
-- Grain     the view customer_accounts of 0059
drop view customer_accounts;
