-- Question  What is each refund worth in this currency, at these rates?
-- Grain     one row per version of a refund; amounts without a currency are in the business's own
-- Params    $currency varchar
update refunds
set    exchange_rate = rates.rate,
       amount = cast(refunds.file_amount * rates.rate as decimal(19,4)),
       cost_returned = cast(refunds.file_cost * rates.rate as decimal(19,4))
from   (select currency, rate from exchange_rates where currency <> cast($currency as varchar)
        union all select cast($currency as varchar), cast(1 as decimal(18,8))) rates
where  rates.currency = refunds.currency and refunds.exchange_rate <> rates.rate;
