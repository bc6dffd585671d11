-- Question  What does the ledger know of itself: its version, and the settings its derived columns rest on?
-- Grain     one row per name
create table ledger_info (
    name   varchar  not null,
    value  varchar  not null,
    primary key (name)
);
