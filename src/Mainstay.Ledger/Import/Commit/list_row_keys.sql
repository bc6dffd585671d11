-- Question  Which rows does the file hold, by name?
-- Grain     one row per row of the file that was not refused
-- Params    none
select row_key
from   keyed_rows;
