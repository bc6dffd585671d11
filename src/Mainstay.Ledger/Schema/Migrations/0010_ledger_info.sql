-- Holds     facts about the ledger itself: its version, and the settings its derived columns were computed with
-- Grain     one row per name
create table ledger_info (
    name   varchar  not null,
    value  varchar  not null,
    primary key (name)
);
