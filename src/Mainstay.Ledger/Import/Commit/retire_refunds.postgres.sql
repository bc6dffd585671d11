-- Question  Which refunds does this import change?
-- Grain     one row per refund whose live version steps back
-- Params    none
-- Note      an array of keys goes to every server, so that each finds its own rows; a join would fetch them all
update refunds
set    live = false
where  live and refund_id = any(array(select row_key from updated_rows where is_refund));
