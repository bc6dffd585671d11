-- Question  What did the refused rows say?
-- Grain     one row per refused row
-- Params    none
-- Columns   original  the row as understood: order, customer, day, article, amount, currency
select   staged.row_number, refused.reason,
         coalesce(staged.order_ref, '') || ',' || coalesce(staged.customer_key, '') || ',' || cast(staged.day as varchar) || ','
           || coalesce(staged.sku, '') || ',' || cast(staged.amount as varchar) || ',' || coalesce(staged.currency, '') as original
from     refused_rows refused
join     staged_rows staged on staged.row_number = refused.row_number
order by staged.row_number;
