-- Question  From which margin on is a customer gold, strong or steady, in each case?
-- Grain     one row per case of tier_cases
-- Params    $gold_fraction double precision · $strong_fraction double precision · $steady_fraction double precision
--           $gold_least double precision · $strong_least double precision · $steady_least double precision
--           $below varchar
-- Columns   gold, strong, steady  margin of the last customer inside, found without sorting everybody; thresholds,
--           where there are any, take their place
-- Note      materialised. A fraction is that of customers who earned less than the last one inside. How it looks is
--           told from everybody; how it could be, from those whose fingerprint lies below $below
select   case_number,
         coalesce(cast($gold_least as double precision),
                  percentile_disc(cast($gold_fraction as double precision)) within group (order by margin))   as gold,
         coalesce(cast($strong_least as double precision),
                  percentile_disc(cast($strong_fraction as double precision)) within group (order by margin)) as strong,
         coalesce(cast($steady_least as double precision),
                  percentile_disc(cast($steady_fraction as double precision)) within group (order by margin)) as steady
from     (select     a_case.case_number, input.margin
          from       tier_inputs as input
          cross join tier_cases as a_case
          where      a_case.case_number < 0
          union all
          select     a_case.case_number,
                     input.margin + input.open_margin * a_case.margin_off - input.open_cost * a_case.cost_off
          from       (select margin, open_margin, open_cost
                      from   tier_inputs
                      where  md5(cast(customer_id as varchar)) collate "C" < cast($below as varchar)) as input
          cross join tier_cases as a_case
          where      a_case.case_number >= 0) as valued
group by case_number
order by case_number
