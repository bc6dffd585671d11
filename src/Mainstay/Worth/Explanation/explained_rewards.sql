-- Question  What was given to others for bringing a customer?
-- Grain     one row per referral of the customer that counts
-- Params    $customer_id uuid
select   coalesce(referrer.customer_key, 'somebody') as referrer, referral.day, referral.reward
from     counted_referrals as referral
left join current_customers as referrer on referrer.customer_id = referral.referrer_id
where    referral.referred_id = cast($customer_id as uuid) and referral.reward <> 0
order by referral.day nulls first, referrer
