-- Question  Which matches are about to be derived again?
-- Grain     one row per match of a touched customer, or of nobody; with $everyone all
-- Params    $everyone boolean
-- Note      an array of keys goes to every server, so that each finds its own rows; a join would fetch them all
delete from refund_matches
where  cast($everyone as boolean)
   or  customer_id is null
   or  customer_id = any(array(select customer_id from touched_customers));
