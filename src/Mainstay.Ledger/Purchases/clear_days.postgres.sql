-- Question  Whose days are about to be derived again?
-- Grain     one row per row of purchase_days of a touched customer; with $everyone all
-- Params    $everyone boolean
-- Note      an array of keys goes to every server, so that each finds its own rows; a join would fetch them all
delete from purchase_days
where  cast($everyone as boolean)
   or  customer_id = any(array(select customer_id from touched_customers));
