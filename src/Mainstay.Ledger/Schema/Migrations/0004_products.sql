-- Question  What does each source call an article? A version per import.
-- Grain     one row per sku and import
create table products (
    product_id     uuid     not null,
    sku            varchar  not null,
    import_number  bigint   not null,
    live           boolean  not null,
    description    varchar
);
