-- Question  Which referrals earn credit, and how much of it?
-- Grain     one row per referral on or before $as_of that counts
-- Params    $as_of date · $type_one decimal(9,8)
-- Columns   credit  1 / the number of referrers of the same customer, so that credit for one customer sums to 1
-- Note      materialised. Nobody refers themselves, and whoever referred somebody was here already: a later referral of
--           theirs would close a circle and earns nothing. One without a day happened when whom it brought first bought
with referral as (
    select    made.fact_id, made.referrer_id, made.referred_id, made.day, made.reward, made.type_one,
              coalesce(made.day, won.first_day, cast($as_of as date)) as since
    from      current_referrals as made
    left join (select   customer_id, min(day) as first_day
               from     purchase_days
               where    spend is not null and valid_from <= cast($as_of as date)
                 and    (valid_until is null or valid_until > cast($as_of as date))
                 and    customer_id in (select referred_id from current_referrals)
               group by customer_id) as won on won.customer_id = made.referred_id
    where     (made.day is null or made.day <= cast($as_of as date))
      and     made.referrer_id is not null and made.referred_id is not null and made.referrer_id <> made.referred_id
)
select   referrer_id, referred_id, day, reward,
         cast(coalesce(type_one, cast($type_one as decimal(9, 8))) as double precision) as type_one,
         cast(1 as double precision) / count(*) over (partition by referred_id)         as credit
from     referral as later
where    not exists (select 1
                     from   referral as earlier
                     where  earlier.referrer_id = later.referred_id
                       and  (earlier.since < later.since
                             or earlier.since = later.since and earlier.fact_id < later.fact_id))
