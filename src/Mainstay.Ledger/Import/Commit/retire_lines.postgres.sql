-- Question  Which order lines does this import change?
-- Grain     one row per line whose live version steps back
-- Params    none
-- Note      an array of keys goes to every server, so that each finds its own rows; a join would fetch them all
update order_lines
set    live = false
where  live and line_id = any(array(select row_key from updated_rows where not is_refund));
