-- Question  What do all customers' values rest on alike?
-- Grain     one row
-- Params    $as_of date · $days_per_period double precision · $p_alive_model varchar
--           $company_margin_rate double precision · $company_service_rate double precision
--           $median_revenue double precision
--           $gold_margin decimal(38,12) · $gold_key varchar · $strong_margin decimal(38,12) · $strong_key varchar
--           $steady_margin decimal(38,12) · $steady_key varchar · $with_tiers boolean
-- Columns   …_margin, …_key  each tier's boundary: the last customer inside, by margin_to_date, then key
select cast($as_of as date)                            as as_of,
       cast($days_per_period as double precision)      as days_per_period,
       cast($p_alive_model as varchar)                 as p_alive_model,
       cast($company_margin_rate as double precision)  as company_margin_rate,
       cast($company_service_rate as double precision) as company_service_rate,
       cast($median_revenue as double precision)       as median_revenue,
       cast($with_tiers as boolean)                    as with_tiers,
       cast($gold_margin as decimal(38, 12))           as gold_margin,
       cast($gold_key as varchar)                      as gold_key,
       cast($strong_margin as decimal(38, 12))         as strong_margin,
       cast($strong_key as varchar)                    as strong_key,
       cast($steady_margin as decimal(38, 12))         as steady_margin,
       cast($steady_key as varchar)                    as steady_key
