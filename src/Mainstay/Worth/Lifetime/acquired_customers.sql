-- Question  What did winning each customer cost?
-- Grain     one row per customer on whom any of it falls
-- Params    $as_of date
-- Columns   acquisition_cost  their part of the spend of their month and channel, and rewards given for bringing them
--                             whether or not they earn credit
--           channel_cost      the first of the two
-- Note      materialised
select   customer_id, sum(channel_cost + reward) as acquisition_cost, sum(channel_cost) as channel_cost
from     (select    won.customer_id, cast(price.unit_cost as decimal(38, 12)) as channel_cost,
                    cast(0 as decimal(38, 12)) as reward
          from      won_customers as won
          join      acquisition_prices as price
                    on price.month = won.month and (price.channel is null or price.channel = won.channel)
          union all
          select    referral.referred_id, cast(0 as decimal(38, 12)),
                    cast(coalesce(referral.reward, 0) as decimal(38, 12))
          from      current_referrals as referral
          join      customer_history as history on history.customer_id = referral.referred_id
          where     history.purchase_days > 0
            and     (referral.day is null or referral.day <= cast($as_of as date))) as part
group by customer_id
