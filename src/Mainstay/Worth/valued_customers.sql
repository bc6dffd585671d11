-- Question  What is each customer worth, and where do they stand?
-- Grain     one row per customer of whom anything is known as of $as_of, leads and prospects included
-- Params    $as_of date · $company_margin_rate double precision · $company_service_rate double precision
--           $median_revenue double precision
--           $gold_margin decimal(38,12) · $gold_key varchar · $strong_margin decimal(38,12) · $strong_key varchar
--           $steady_margin decimal(38,12) · $steady_key varchar · $with_tiers boolean
-- Columns   margin_rate     own historic rate shrunk to the company's, weight revenue / (revenue + median revenue):
--                           after fees, delivery and returns, before cost to serve
--           service_rate    avoidable cost to serve and marketing over revenue, shrunk likewise
--           tier            by margin_to_date, then key: each boundary is the last customer inside
-- Note      materialised, so it holds what must be computed once; what follows from it is in customer_worth
select    customer.customer_id,
          customer.customer_key as customer,
          customer.name,
          customer.email,
          case when member.customer_id is not null then 'member'
               when history.purchase_days > 1 then 'repeat_customer'
               when history.purchase_days = 1 then 'first_time_buyer'
               when history.customer_id is not null or customer.is_lead or customer.email is not null then 'lead'
               else 'prospect' end                             as stage,
          score.state,
          score.won_back_before,
          case when not cast($with_tiers as boolean) or coalesce(history.purchase_days, 0) = 0 then null
               when history.margin_to_date < 0 then 'losing'
               when history.margin_to_date > cast($gold_margin as decimal(38, 12))
                 or history.margin_to_date = cast($gold_margin as decimal(38, 12))
                    and customer.customer_key collate "C" <= cast($gold_key as varchar) then 'gold'
               when history.margin_to_date > cast($strong_margin as decimal(38, 12))
                 or history.margin_to_date = cast($strong_margin as decimal(38, 12))
                    and customer.customer_key collate "C" <= cast($strong_key as varchar) then 'strong'
               when history.margin_to_date > cast($steady_margin as decimal(38, 12))
                 or history.margin_to_date = cast($steady_margin as decimal(38, 12))
                    and customer.customer_key collate "C" <= cast($steady_key as varchar) then 'steady'
               else 'thin' end                                 as tier,
          history.monetary_value,
          score.p_alive,
          score.expected_purchases_12m,
          score.residual_purchases,
          score.residual_purchases_low,
          score.residual_purchases_high,
          spend.intercept + spend.slope * coalesce(history.monetary_value, 0) as expected_spend,
          case when history.net_revenue > 0
               then (cast(history.margin_to_date + coalesce(cost.after_returns, 0) as double precision)
                       + cast($median_revenue as double precision)
                         * cast($company_margin_rate as double precision))
                    / (cast(history.net_revenue as double precision) + cast($median_revenue as double precision))
               else cast($company_margin_rate as double precision) end as margin_rate,
          case when history.net_revenue > 0
               then (cast(coalesce(cost.avoidable, 0) as double precision)
                       + cast($median_revenue as double precision)
                         * cast($company_service_rate as double precision))
                    / (cast(history.net_revenue as double precision) + cast($median_revenue as double precision))
               else cast($company_service_rate as double precision) end as service_rate,
          coalesce(history.margin_to_date, 0)                  as margin_to_date,
          history.first_day,
          history.last_day,
          coalesce(history.purchase_days, 0)                   as purchase_days,
          coalesce(history.net_revenue, 0)                     as net_revenue,
          coalesce(history.margin_estimated, false)            as margin_estimated
from      current_customers as customer
left join (select customer_id, purchase_days, first_day, last_day, margin_to_date, net_revenue, margin_estimated,
                  cast(repeat_spend as double precision) / nullif(purchase_days - 1, 0) as monetary_value
           from   customer_history) as history on history.customer_id = customer.customer_id
left join (select customer_id, avoidable_service + marketing as avoidable, service_cost + marketing as after_returns
           from   customer_costs) as cost on cost.customer_id = customer.customer_id
left join history_scores as score
       on  score.frequency = history.purchase_days - 1
       and score.recency_days = history.last_day - history.first_day
       and score.t_days = cast($as_of as date) - history.first_day
left join spend_by_frequency as spend on spend.frequency = history.purchase_days - 1
left join (select distinct customer_id
           from   current_memberships
           where  valid_from <= cast($as_of as date)
             and  (valid_until is null or valid_until >= cast($as_of as date))) as member
       on member.customer_id = customer.customer_id
left join later_customers as later on later.customer_id = customer.customer_id
where     later.customer_id is null or history.customer_id is not null
