-- Question  Who does each source say somebody is? A version per import, so that an undone import takes its say with it.
-- Grain     one row per identity and import; identity_id never changes, customer_id is its present owner
create table identities (
    identity_id    uuid     not null,
    customer_id    uuid     not null,
    import_number  bigint   not null,
    live           boolean  not null,
    source         varchar  not null,
    kind           varchar  not null,
    identity_key   varchar  not null,
    name           varchar,
    email          varchar,
    country        varchar
);
