-- Question  Who may have bought again after they had lapsed, if the purchase before the last came early enough?
-- Grain     one row per customer alive with two or more repeat purchases
-- Params    $as_of date
-- Columns   lapsed_on  had that purchase come on this day or later, they would not have lapsed; at the latest the last
-- Note      materialised. won_back_before says that day, from the first purchase on; with one repeat that purchase is
--           the first, and the scores already know
select history.customer_id, history.last_day,
       history.first_day + cast(least(ceil(score.won_back_before), score.recency_days) as integer) as lapsed_on
from   customer_history as history
join   history_scores as score
       on  score.frequency = history.purchase_days - 1
       and score.recency_days = history.last_day - history.first_day
       and score.t_days = cast($as_of as date) - history.first_day
where  history.purchase_days > 2
  and  score.state in ('active', 'at_risk')
  and  score.won_back_before > score.frequency - 1
