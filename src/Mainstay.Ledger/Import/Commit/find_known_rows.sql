-- Question  Which of the file's rows does the ledger hold already, and what do they say there?
-- Grain     one row per live line or refund that the file names
-- Params    none
select line_id as row_key, content, import_number
from   order_lines
where  live and line_id in (select row_key from incoming_keys)
union all
select refund_id, content, import_number
from   refunds
where  live and refund_id in (select row_key from incoming_keys);
