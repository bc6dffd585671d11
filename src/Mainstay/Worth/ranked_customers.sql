-- Question  Which customers have earned us most; or least, or cost most?
-- Grain     one row per customer with a purchase day, best first; without $best_first worst first
-- Params    $count bigint · $best_first boolean
-- Note      everything but the order is looked up for the few that are chosen
select   valued.customer, named.name, valued.stage, valued.state, valued.tier, valued.frequency, valued.recency,
         valued.t, valued.monetary_value, valued.p_alive, valued.p_alive_model, valued.expected_purchases_12m,
         valued.margin_to_date, valued.residual_value, valued.residual_low, valued.residual_high, valued.lifetime_value,
         valued.first_day, valued.last_day, valued.net_revenue, valued.margin_estimated
from     (select customer_id
          from   valued_customers
          where  purchase_days > 0
          order by case when cast($best_first as boolean) then margin_to_date end desc nulls last,
                   case when not cast($best_first as boolean) then margin_to_date end nulls last,
                   customer collate "C"
          limit  cast($count as bigint)) as chosen
join     customer_worth as valued on valued.customer_id = chosen.customer_id
join     current_customers as named on named.customer_id = chosen.customer_id
order by case when cast($best_first as boolean) then valued.margin_to_date end desc nulls last,
         case when not cast($best_first as boolean) then valued.margin_to_date end nulls last,
         valued.customer collate "C"
