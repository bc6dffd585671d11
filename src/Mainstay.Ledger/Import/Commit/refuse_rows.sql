-- Question  Which rows cannot be taken in, and why?
-- Grain     one row per refused row, added to refused_rows
-- Params    $currency varchar · $today date
insert into refused_rows (row_number, reason)
select    distinct staged.row_number,
          case when staged.day > cast($today as date)
               then 'day ' || cast(staged.day as varchar) || ' is after today (' || cast(cast($today as date) as varchar)
                    || '); correct the date'
               when cast($currency as varchar) = 'XXX'
               then 'currency ' || staged.currency || ' is one of several and the business has none;'
                    || ' set it: mainstay settings set currency CODE'
               else 'currency ' || staged.currency || ' has no exchange rate to ' || cast($currency as varchar)
                    || '; set one: mainstay settings set exchange_rates.' || staged.currency || ' RATE'
          end
from      staged_rows staged
left join exchange_rates rate on rate.currency = staged.currency
where     staged.day > cast($today as date)
   or     (staged.currency is not null and staged.currency <> cast($currency as varchar) and rate.rate is null);
