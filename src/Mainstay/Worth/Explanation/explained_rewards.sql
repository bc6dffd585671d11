-- Question  What was given to others for bringing a customer?
-- Grain     one row per referral of the customer, whether or not it earns credit
-- Params    $customer_id uuid · $as_of date
select   coalesce(referrer.customer_key, 'somebody') as referrer, referral.day, referral.reward
from     current_referrals as referral
left join current_customers as referrer on referrer.customer_id = referral.referrer_id
where    referral.referred_id = cast($customer_id as uuid) and referral.reward <> 0
  and    (referral.day is null or referral.day <= cast($as_of as date))
order by referral.day nulls first, referrer
