-- Question  Who bought again after they had lapsed?
-- Grain     one row per customer with two or more repeat purchases
-- Note      history_scores.won_back_before says, in days from the first purchase, before which day the purchase
--           before the last must lie; with one repeat that purchase is the first, and the scores already know
select   purchase.customer_id
from     customer_history as history
join     history_scores as score
         on  score.frequency = history.frequency
         and score.recency_days = history.recency_days
         and score.t_days = history.t_days
join     purchase_days as purchase on purchase.customer_id = history.customer_id
where    history.frequency >= 2
  and    score.state in ('active', 'at_risk')
  and    score.won_back_before > history.frequency - 1
  and    purchase.day < history.last_day
group by purchase.customer_id, history.first_day, score.won_back_before
having   max(purchase.day) - history.first_day < score.won_back_before
