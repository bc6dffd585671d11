-- Question  Which refunds does this import change?
-- Grain     one row per refund whose live version steps back
-- Params    none
update refunds
set    live = false
where  live and refund_id in (select row_key from updated_rows where is_refund);
