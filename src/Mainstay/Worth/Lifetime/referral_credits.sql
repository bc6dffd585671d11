-- Question  What is each customer worth through those they brought?
-- Grain     one row per customer with a referral that counts
-- Params    $average_acquisition_cost double precision
-- Columns   referral_value  Σ credit · (type_one · value of the referred + acquisition cost saved) − reward; the value
--                           of a referred customer is what they brought and should bring; one who never bought saved
--                           nothing
-- Source    Kumar, Petersen & Leone, HBR October 2007
-- Note      materialised
select   referral.referrer_id as customer_id,
         sum(referral.credit
               * (referral.type_one
                    * (cast(coalesce(referred.margin_to_date, 0) as double precision)
                       + coalesce(referred.residual_purchases * referred.expected_spend
                                  * (referred.margin_rate - referred.service_rate), 0))
                  + case when referred.purchase_days > 0
                         then cast($average_acquisition_cost as double precision) else 0 end)
             - cast(coalesce(referral.reward, 0) as double precision))                      as referral_value,
         cast(count(*) as bigint)                                                           as referrals
from     counted_referrals as referral
left join valued_customers as referred on referred.customer_id = referral.referred_id
group by referral.referrer_id
