-- Question  What do those lines cost now?
-- Grain     one row per version of a line whose derived cost changes
-- Params    none
update order_lines
set    cost = recosted.cost
from   recosted_lines recosted
where  recosted.line_id = order_lines.line_id and recosted.import_number = order_lines.import_number;
