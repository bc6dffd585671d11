-- Question  Which rows does this import change?
-- Grain     one row per row whose live version steps back
-- Params    none
select row_key, is_refund
from   incoming
where  verdict = 'updated';
