-- Question  Who belongs to which programme? A version per import.
-- Grain     one row per customer, programme and import
create table memberships (
    identity_id    uuid     not null,
    customer_id    uuid     not null,
    import_number  bigint   not null,
    live           boolean  not null,
    programme      varchar  not null,
    valid_from     date     not null,
    valid_until    date
);
