-- Question  What did pools and rates say before a later import said otherwise?
-- Grain     one row per fact that has a live version and an earlier one: the latest of the earlier
-- Params    none
select   live.kind, live.name, live.day as valid_from, before.amount as amount_before,
         before.quantity as capacity_before, before.mark as mark_before
from     facts as live
join     (select   fact_id, max(import_number) as import_number
          from     facts
          where    not live and kind in ('pool', 'rate')
            and    import_number in (select import_number from imports where undone_at is null)
          group by fact_id) as earlier on earlier.fact_id = live.fact_id and earlier.import_number < live.import_number
join     facts as before on before.fact_id = earlier.fact_id and before.import_number = earlier.import_number
where    live.live
order by live.kind, live.name collate "C", live.day nulls first
