-- Question  What did the refused rows of facts say?
-- Grain     one row per refused row
-- Params    none
-- Columns   original  the row as understood: what, who, order, from when, until when, how often, minutes, amount, currency
select   refused.row_number, refused.reason,
         min(coalesce(staged.name, '') || ',' || coalesce(staged.customer_key, staged.email, '') || ','
             || coalesce(staged.order_ref, '') || ',' || coalesce(cast(staged.day as varchar), '') || ','
             || coalesce(cast(staged.until as varchar), '') || ',' || coalesce(cast(staged.quantity as varchar), '') || ','
             || coalesce(cast(staged.minutes as varchar), '') || ',' || coalesce(cast(staged.amount as varchar), '') || ','
             || coalesce(staged.currency, '')) as original
from     refused_rows refused
join     staged_facts staged on staged.row_number = refused.row_number
group by refused.row_number, refused.reason
order by refused.row_number;
