-- Question  Which currencies does the ledger hold that these rates cannot convert?
-- Grain     one row per currency
-- Params    $currency varchar
select   held.currency
from     (select currency from order_lines union select currency from refunds union select currency from facts) held
where    held.currency is not null and held.currency <> cast($currency as varchar)
  and    held.currency not in (select currency from exchange_rates)
order by held.currency;
