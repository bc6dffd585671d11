-- Question  How long are the gaps between each customer's purchase days up to $until, on the logarithmic scale?
-- Grain     one row
-- Params    $until date · $as_of date
-- Columns   gaps      number of gaps          log_days  sum of the logarithms of their lengths in days
-- Note      a window over every customer's days: for files, never for a ledger on servers, which would send its days
select   cast(count(*) as bigint)                                   as gaps,
         coalesce(sum(ln(cast(day - previous as double precision))), 0) as log_days
from     (select day, lag(day) over (partition by customer_id order by day) as previous
          from   purchase_days
          where  valid_from <= cast($as_of as date) and (valid_until is null or valid_until > cast($as_of as date))
            and  spend is not null and day <= cast($until as date)) as days
where    previous is not null
