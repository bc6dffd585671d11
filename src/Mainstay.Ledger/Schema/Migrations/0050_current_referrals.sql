-- Question  Who brought whom, and what were they given for it?
-- Grain     one row per live referral
-- Columns   type_one  probability that the referred would not have come otherwise; null: not stated
create view current_referrals as
select fact_id, customer_id as referrer_id, other_customer_id as referred_id, day, amount as reward, share as type_one
from   facts
where  live and kind = 'referral';
