-- Question  In which tier did each customer stand on an earlier day?
-- Grain     one row per customer with a purchase day then
-- Params    $gold_margin decimal(38,12) · $gold_key varchar · $strong_margin decimal(38,12) · $strong_key varchar
--           $steady_margin decimal(38,12) · $steady_key varchar
-- Note      materialised from the customer_history of that day
select   history.customer_id,
         case when history.margin_to_date < 0 then 'losing'
              when history.margin_to_date > cast($gold_margin as decimal(38, 12))
                or history.margin_to_date = cast($gold_margin as decimal(38, 12))
                   and customer.customer_key collate "C" <= cast($gold_key as varchar) then 'gold'
              when history.margin_to_date > cast($strong_margin as decimal(38, 12))
                or history.margin_to_date = cast($strong_margin as decimal(38, 12))
                   and customer.customer_key collate "C" <= cast($strong_key as varchar) then 'strong'
              when history.margin_to_date > cast($steady_margin as decimal(38, 12))
                or history.margin_to_date = cast($steady_margin as decimal(38, 12))
                   and customer.customer_key collate "C" <= cast($steady_key as varchar) then 'steady'
              else 'thin' end as tier
from     customer_history as history
join     current_customers as customer on customer.customer_id = history.customer_id
where    history.purchase_days > 0
