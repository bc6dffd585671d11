-- Question  Which is the newest analysis that fits?
-- Grain     one row, or none
-- Params    $ledger_version bigint · $as_of date · $settings_hash varchar · $engine_version varchar
-- Note      a null condition fits every snapshot
select   snapshot_id, ledger_version, as_of, settings_hash, engine_version, document
from     snapshots
where    (cast($ledger_version as bigint) is null or ledger_version = cast($ledger_version as bigint))
  and    (cast($as_of as date) is null or as_of = cast($as_of as date))
  and    (cast($settings_hash as varchar) is null or settings_hash = cast($settings_hash as varchar))
  and    (cast($engine_version as varchar) is null or engine_version = cast($engine_version as varchar))
order by snapshot_id desc
limit    1
