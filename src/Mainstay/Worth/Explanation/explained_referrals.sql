-- Question  Whom did a customer bring, and what is each of them worth?
-- Grain     one row per referral of theirs that counts
-- Params    $snapshot_id uuid · $customer_id uuid
select    coalesce(known.customer_key, 'somebody')                        as referred, referral.day, referral.credit,
          referral.type_one,
          cast(coalesce(referred.margin_to_date, 0) as double precision)
            + coalesce(referred.residual_value, 0)                        as value,
          coalesce(referred.purchase_days, 0) > 0                         as has_bought,
          coalesce(referral.reward, 0)                                    as reward
from      counted_referrals as referral
left join customer_snapshots as referred
          on referred.snapshot_id = cast($snapshot_id as uuid) and referred.customer_id = referral.referred_id
left join current_customers as known on known.customer_id = referral.referred_id
where     referral.referrer_id = cast($customer_id as uuid)
order by  referral.day nulls first, referred
