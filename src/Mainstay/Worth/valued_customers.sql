-- Question  What is each customer worth, and where do they stand?
-- Grain     one row per customer of whom anything is known as of as-of, leads and prospects included
-- Columns   margin_rate     own historic rate shrunk to the company's, weight revenue / (revenue + median revenue):
--                           after fees, delivery and returns, before cost to serve
--           service_rate    avoidable cost to serve and marketing over revenue, shrunk likewise
--           tier            by margin_to_date, then key
-- Note      materialised where it is read more than once, so it holds what is dear to compute; what follows from it is
--           in customer_worth
select    customer.customer_id,
          customer.customer_key as customer,
          customer.name,
          customer.email,
          case when member.customer_id is not null then 'member'
               when history.purchase_days > 1 then 'repeat_customer'
               when history.purchase_days = 1 then 'first_time_buyer'
               when history.customer_id is not null or customer.is_lead or customer.email is not null then 'lead'
               else 'prospect' end                             as stage,
          case when returned.customer_id is not null then 'won_back' else score.state end as state,
          case when not basis.with_tiers or coalesce(history.purchase_days, 0) = 0 then null
               when history.margin_to_date < 0 then 'losing'
               when history.margin_to_date > basis.gold_margin
                 or history.margin_to_date = basis.gold_margin
                    and customer.customer_key collate "C" <= basis.gold_key then 'gold'
               when history.margin_to_date > basis.strong_margin
                 or history.margin_to_date = basis.strong_margin
                    and customer.customer_key collate "C" <= basis.strong_key then 'strong'
               when history.margin_to_date > basis.steady_margin
                 or history.margin_to_date = basis.steady_margin
                    and customer.customer_key collate "C" <= basis.steady_key then 'steady'
               else 'thin' end                                 as tier,
          history.monetary_value,
          score.p_alive,
          score.expected_purchases_12m,
          score.residual_purchases,
          score.residual_purchases_low,
          score.residual_purchases_high,
          spend.intercept + spend.slope * coalesce(history.monetary_value, 0) as expected_spend,
          case when history.revenue > 0
               then (history.margin + coalesce(cost.after_returns, 0)
                       + basis.median_revenue * basis.company_margin_rate)
                    / (history.revenue + basis.median_revenue)
               else basis.company_margin_rate end              as margin_rate,
          case when history.revenue > 0
               then (coalesce(cost.avoidable, 0) + basis.median_revenue * basis.company_service_rate)
                    / (history.revenue + basis.median_revenue)
               else basis.company_service_rate end             as service_rate,
          coalesce(history.margin_to_date, 0)                  as margin_to_date,
          history.first_day,
          history.last_day,
          coalesce(history.purchase_days, 0)                   as purchase_days,
          coalesce(history.net_revenue, 0)                     as net_revenue,
          coalesce(history.margin_estimated, false)            as margin_estimated
from      current_customers as customer
cross join valuation_basis as basis
left join (select customer_id, purchase_days, first_day, last_day, margin_to_date, net_revenue, margin_estimated,
                  cast(repeat_spend as double precision) / nullif(purchase_days - 1, 0) as monetary_value,
                  cast(net_revenue as double precision) as revenue, cast(margin_to_date as double precision) as margin
           from   customer_history) as history on history.customer_id = customer.customer_id
left join (select customer_id, cast(avoidable_service + marketing as double precision) as avoidable,
                  cast(service_cost + marketing as double precision) as after_returns
           from   customer_costs) as cost on cost.customer_id = customer.customer_id
left join history_scores as score
       on  score.frequency = history.purchase_days - 1
       and score.recency_days = history.last_day - history.first_day
       and score.t_days = basis.as_of - history.first_day
left join spend_by_frequency as spend on spend.frequency = history.purchase_days - 1
left join (select distinct customer_id
           from   current_memberships
           cross join valuation_basis
           where  valid_from <= as_of
             and  (valid_until is null or valid_until >= as_of)) as member
       on member.customer_id = customer.customer_id
left join returned_customers as returned on returned.customer_id = customer.customer_id
left join later_customers as later on later.customer_id = customer.customer_id
where     later.customer_id is null or history.customer_id is not null
