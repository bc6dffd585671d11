-- Question  Which referrals earn credit, and how much of it?
-- Grain     one row per referral on or before $as_of that counts
-- Params    $as_of date · $type_one decimal(9,8)
-- Columns   credit  1 / the number of referrers of the same customer, so that credit for one customer sums to 1
-- Note      materialised. Nobody refers themselves, and whoever referred somebody was here already: a later referral of
--           theirs would close a circle and earns nothing
select   referral.referrer_id, referral.referred_id, referral.day, referral.reward,
         cast(coalesce(referral.type_one, cast($type_one as decimal(9, 8))) as double precision) as type_one,
         cast(1 as double precision) / count(*) over (partition by referral.referred_id) as credit
from     current_referrals as referral
where    (referral.day is null or referral.day <= cast($as_of as date))
  and    referral.referrer_id is not null and referral.referred_id is not null
  and    referral.referrer_id <> referral.referred_id
  and    not exists (select 1
                     from   current_referrals as earlier
                     where  earlier.referrer_id = referral.referred_id
                       and  earlier.referrer_id <> earlier.referred_id
                       and  (coalesce(earlier.day, date '0001-01-01') < coalesce(referral.day, date '0001-01-01')
                             or coalesce(earlier.day, date '0001-01-01') = coalesce(referral.day, date '0001-01-01')
                                and earlier.fact_id < referral.fact_id))
