-- Question  Where do the rows of a file wait, named and compared, until the import is decided?
-- Grain     an empty temporary table: one row per row of the file that can be taken in
-- Params    none
create temp table incoming (
    staged_id      bigint,
    day            date,
    is_refund      boolean,
    row_key        uuid,
    content        uuid,
    verdict        varchar,
    live_number    bigint,
    order_id       uuid,
    identity_id    uuid,
    customer_id    uuid,
    identity_kind  varchar,
    exchange_rate  decimal(18,8)
);
