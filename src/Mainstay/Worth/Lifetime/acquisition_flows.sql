-- Question  What did each of these customers earn us and cost us, discounted to the day of their first purchase?
-- Grain     one row per row of listed_customers with a purchase day
-- Params    $as_of date · $margin_rate decimal(9,8) · $force double precision
-- Columns   value  goods by the day they were bought, costs by theirs; what came before the first purchase is
--                  compounded. $force: the continuous discount rate per day
-- Note      materialised. Over priced_costs
select   customer_id, sum(amount * exp(cast($force as double precision) * (first_day - day))) as value
from     (select listed.customer_id, listed.first_day, bought.day,
                 cast(bought.net_of_costs - bought.estimated_revenue as double precision)
                   + cast(bought.estimated_revenue as double precision)
                     * cast(cast($margin_rate as decimal(9, 8)) as double precision) as amount
          from   listed_customers as listed
          join   purchase_days as bought on bought.customer_id = listed.customer_id
          where  bought.valid_from <= cast($as_of as date)
            and  (bought.valid_until is null or bought.valid_until > cast($as_of as date))
          union all
          select listed.customer_id, listed.first_day, spent.day, -cast(spent.cost as double precision)
          from   listed_customers as listed
          join   priced_costs as spent on spent.customer_id = listed.customer_id
          where  spent.cost is not null) as flow
where    first_day is not null
group by customer_id
