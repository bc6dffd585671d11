-- Question  What is each of these customers worth over their life, part by part?
-- Grain     one row per row of listed_customers, of highest lifetime value first
-- Params    $as_of date · $force double precision
-- Columns   value_at_acquisition  with what is still to come, discounted from as-of to the day of the first purchase
select    listed.customer, listed.name, listed.margin_to_date, listed.residual_value, listed.residual_low,
          listed.residual_high, listed.acquisition_cost, listed.own_lifetime_value, listed.referral_value,
          listed.lifetime_value, listed.margin_estimated, listed.cost_mark,
          flow.value + listed.residual_value
            * exp(cast($force as double precision) * (listed.first_day - cast($as_of as date))) as value_at_acquisition
from      listed_customers as listed
left join acquisition_flows as flow on flow.customer_id = listed.customer_id
order by  listed.lifetime_value desc nulls last, listed.margin_to_date desc, listed.customer collate "C"
