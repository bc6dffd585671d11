-- Question  What is the amount of each fact in this currency, at these rates?
-- Grain     one row per version of a fact; amounts without a currency are in the business's own
-- Params    $currency varchar
update facts
set    exchange_rate = rates.rate, amount = cast(facts.file_amount * rates.rate as decimal(19,4))
from   (select currency, rate from exchange_rates where currency <> cast($currency as varchar)
        union all select cast($currency as varchar), cast(1 as decimal(18,8))) rates
where  rates.currency = facts.currency and facts.exchange_rate <> rates.rate;
