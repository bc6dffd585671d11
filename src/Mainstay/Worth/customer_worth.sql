-- Question  What is each customer worth, with all that follows from it?
-- Grain     one row per row of valued_customers
-- Columns   recency, t      in periods, null without a purchase day
--           margin_rate     null without a purchase day
--           residual_value  residual_purchases × expected_spend × (margin_rate − service_rate): present value at as-of
--           lifetime_value  margin_to_date + residual_value − acquisition_cost + referral_value
--           residual_low, residual_high  where the truth lies with the probability the assumptions state
-- Note      a view: cheap to compute where it is read, dear to keep for every customer
select   valued.customer_id, customer, name, email, stage, state, tier,
         case when purchase_days > 0 then cast(purchase_days - 1 as bigint) end                  as frequency,
         cast(last_day - first_day as double precision) / basis.days_per_period                  as recency,
         cast(basis.as_of - first_day as double precision) / basis.days_per_period               as t,
         monetary_value, p_alive, basis.p_alive_model, expected_purchases_12m, residual_purchases, expected_spend,
         case when purchase_days > 0 then margin_rate end                                        as margin_rate,
         case when purchase_days > 0 then service_rate end                                       as service_rate,
         margin_to_date,
         residual_purchases * expected_spend * (margin_rate - service_rate)                      as residual_value,
         case when margin_rate < service_rate then residual_purchases_high else residual_purchases_low end
           * expected_spend * (margin_rate - service_rate)                                       as residual_low,
         case when margin_rate < service_rate then residual_purchases_low else residual_purchases_high end
           * expected_spend * (margin_rate - service_rate)                                       as residual_high,
         cast(margin_to_date as double precision)
           + residual_purchases * expected_spend * (margin_rate - service_rate)
           - cast(coalesce(won.acquisition_cost, 0) as double precision)
           + coalesce(brought.referral_value, 0)                                                 as lifetime_value,
         first_day, last_day, cast(purchase_days as bigint) as purchase_days, net_revenue, margin_estimated
from     valued_customers as valued
cross join valuation_basis as basis
left join acquired_customers as won on won.customer_id = valued.customer_id
left join referral_credits as brought on brought.customer_id = valued.customer_id
