-- Question  Which rows did an import repeat unchanged? It vouches for a version it did not have to write.
-- Grain     one row per repeated row and import; version_number is the import that wrote the version
create table sightings (
    row_key         uuid    not null,
    import_number   bigint  not null,
    version_number  bigint  not null
);
