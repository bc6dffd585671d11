-- Question  Which files were imported, and which of them were taken back? An import is never deleted, only marked undone.
-- Grain     import_number: 1, 2, 3 … in the order the files came in; "newer" always means a higher number
create table imports (
    import_number  bigint       not null,
    import_id      uuid         not null,
    source         varchar      not null,
    kind           varchar      not null,
    file_name      varchar      not null,
    imported_at    timestamptz  not null,
    rows_read      bigint       not null,
    created        bigint       not null,
    updated        bigint       not null,
    skipped        bigint       not null,
    rejected       bigint       not null,
    first_day      date,
    last_day       date,
    undone_at      timestamptz,
    primary key (import_number)
);
