-- Holds     finished analyses; derived, so any row may be thrown away and computed again
-- Grain     one row per ledger version, as-of, settings and program version
-- Columns   snapshot_id  UUID version 7: later snapshots sort later
--           document     the analysis as JSON
create table snapshots (
    snapshot_id     uuid     not null,
    ledger_version  bigint   not null,
    as_of           date     not null,
    settings_hash   varchar  not null,
    engine_version  varchar  not null,
    document        varchar  not null,
    primary key (snapshot_id)
);
