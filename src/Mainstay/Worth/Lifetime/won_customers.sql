-- Question  When and through which channel was each customer won?
-- Grain     one row per customer with a purchase day
-- Columns   month    of the first purchase, its first day; channel  of the first order, null where no file says
-- Note      materialised
select    history.customer_id,
          cast(date_trunc('month', cast(history.first_day as timestamp)) as date) as month,
          min(lower(trim(line.channel)))                                          as channel
from      customer_history as history
left join order_lines as line
          on line.customer_id = history.customer_id and line.day = history.first_day and line.live
where     history.purchase_days > 0
group by  history.customer_id, history.first_day
