-- Question  Which rows cannot be converted into the business's currency?
-- Grain     adds one row to staged_rejects for each
-- Params    none
insert into staged_rejects
select lines.row_number, 'no exchange rate for ' || lines.currency || '; set one: exchange_rates.' || lines.currency,
       lines.currency || ' ' || cast(lines.amount as varchar), lines.file_number
from   staged_lines lines
where  (lines.cancelled_on is null or lines.cancelled_on > lines.day) and lines.currency is not null
       and lines.currency not in (select currency from staged_rates);
