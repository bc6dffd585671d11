-- Question  Which of a file's rows may an empty ledger hold?
-- Grain     none
-- Params    none
select row_key
from   keyed_rows
where  false;
