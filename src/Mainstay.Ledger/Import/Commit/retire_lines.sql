-- Question  Which order lines does this import change?
-- Grain     one row per line whose live version steps back
-- Params    none
update order_lines
set    live = false
where  live and line_id in (select row_key from incoming where verdict = 'updated' and not is_refund);
