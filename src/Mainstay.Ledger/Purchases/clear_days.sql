-- Question  Whose days are about to be derived again?
-- Grain     one row per row of purchase_days of a touched customer; with $everyone all
-- Params    $everyone boolean
delete from purchase_days
where  cast($everyone as boolean)
   or  customer_id in (select customer_id from touched_customers);
