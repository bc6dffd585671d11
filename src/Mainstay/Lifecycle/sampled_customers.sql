-- Question  Which customers stand for all where there are very many?
-- Grain     one row per customer with a purchase day and a fingerprint below $below
-- Params    $below varchar
-- Note      materialised. The fingerprint of the id is chance to every figure, and the same on every engine and run
select   customer_id
from     customer_history
where    purchase_days > 0 and md5(cast(customer_id as varchar)) collate "C" < cast($below as varchar)
