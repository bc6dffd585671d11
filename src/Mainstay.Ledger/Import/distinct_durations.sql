-- Question  Which durations, events, entries and groups does the file hold, and how often each?
-- Grain     one row per distinct combination
-- Params    none
-- Columns   rows how many rows say so · first_row the first of them
select   duration, event, entry, group_name,
         cast(count(*) as bigint)        as rows,
         cast(min(row_number) as bigint) as first_row
from     staged_durations
group by duration, event, entry, group_name
order by first_row;
