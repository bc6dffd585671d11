-- Question  What is each order line worth in this currency, at these rates?
-- Grain     one row per version of a line; amounts without a currency are in the business's own
-- Params    $currency varchar
update order_lines
set    exchange_rate = rates.rate,
       revenue = cast(order_lines.amount * rates.rate as decimal(19,4)),
       cost = cast(order_lines.line_cost * rates.rate as decimal(19,4))
from   (select currency, rate from exchange_rates where currency <> cast($currency as varchar)
        union all select cast($currency as varchar), cast(1 as decimal(18,8))) rates
where  rates.currency = order_lines.currency and order_lines.exchange_rate <> rates.rate;
