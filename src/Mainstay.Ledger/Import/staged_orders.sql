-- Question  How many orders does the file hold, cancelled ones included?
-- Grain     one row
-- Params    $file_number integer
-- Columns   orders  different orders among the rows that are no refunds
select cast(count(distinct order_key) as bigint) as orders
from   staged_lines
where  file_number = cast($file_number as integer) and not is_refund;
