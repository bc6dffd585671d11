-- Question  Which matches are about to be derived again?
-- Grain     one row per match of a touched customer, or of nobody; with $everyone all
-- Params    $everyone boolean
delete from refund_matches
where  cast($everyone as boolean)
   or  customer_id is null
   or  customer_id in (select customer_id from touched_customers);
