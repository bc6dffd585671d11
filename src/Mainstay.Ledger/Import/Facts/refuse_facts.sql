-- Question  Which rows of facts cannot be taken in, and why?
-- Grain     one row per refused row, added to refused_rows
-- Params    $currency varchar · $today date
-- Note      what happened cannot lie ahead; what holds from a day on may. Of rows that name one fact the last counts
insert into refused_rows (row_number, reason)
select   row_number, min(reason)
from     (select    staged.row_number,
                    case when staged.day > cast($today as date) or staged.until > cast($today as date)
                         then 'day ' || cast(case when staged.day > cast($today as date) then staged.day else staged.until end
                                             as varchar)
                              || ' is after today (' || cast(cast($today as date) as varchar) || '); correct the date'
                         when cast($currency as varchar) = 'XXX'
                         then 'currency ' || staged.currency || ' is one of several and the business has none;'
                              || ' set it: mainstay settings set currency CODE'
                         else 'currency ' || staged.currency || ' has no exchange rate to ' || cast($currency as varchar)
                              || '; set one: mainstay settings set exchange_rates.' || staged.currency || ' RATE'
                    end as reason
          from      staged_facts staged
          left join exchange_rates rate on rate.currency = staged.currency
          where     (staged.day > cast($today as date)
                     and staged.kind in ('activity', 'touch', 'referral', 'order_cost', 'acquisition_spend'))
             or     (staged.until > cast($today as date) and staged.kind = 'payment')
             or     (staged.currency is not null and staged.amount is not null
                     and staged.currency <> cast($currency as varchar) and rate.rate is null)
          union all
          select    staged.row_number,
                    'row ' || cast(again.last_row as varchar)
                      || ' of the file says the same once more, and the last word counts; leave one of them out'
          from      staged_facts staged
          join      (select   kind, fact_key, max(row_number) as last_row
                     from     staged_facts
                     where    fact_key is not null
                     group by kind, fact_key
                     having   count(*) > 1) again on again.kind = staged.kind and again.fact_key = staged.fact_key
          where     staged.row_number <> again.last_row) wrong
group by row_number;
