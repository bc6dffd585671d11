-- Question  Which order lines does this import change?
-- Grain     one row per line whose live version steps back
-- Params    none
update order_lines
set    live = false
where  live and line_id in (select row_key from updated_rows where not is_refund);
