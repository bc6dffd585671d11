-- Question  Which customers stand for all where there are very many, and ids are numbers in order of appearance?
-- Grain     one row per customer with a purchase day and a multiple of the golden ratio whose fraction is below $share
-- Params    $share double precision
-- Note      materialised. Such multiples are spread evenly over any stretch of numbers, and cost a tenth of a
--           fingerprint. DuckDB only: ids are such numbers where an orders file is analysed where it lies
select customer_id
from   customer_history
where  purchase_days > 0
  and  cast(customer_id as bigint) * 2654435769 % 4294967296 < cast($share as double precision) * 4294967296
