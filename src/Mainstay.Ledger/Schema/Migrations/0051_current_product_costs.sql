-- Question  What does one of each article cost the firm?
-- Grain     one row per sku and day from which it holds; valid_from null = always
create view current_product_costs as
select name as sku, day as valid_from, amount as unit_cost, mark
from   facts
where  live and kind = 'product_cost';
