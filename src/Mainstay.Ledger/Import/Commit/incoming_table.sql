-- Question  Where do the rows of a file wait, named and compared, until the import is decided?
-- Grain     an empty temporary table: one row per row of the file that can be taken in
-- Params    none
create temp table incoming (
    row_number     bigint,
    is_refund      boolean,
    row_key        uuid,
    content        uuid,
    verdict        varchar,
    live_number    bigint,
    order_id       uuid,
    identity_id    uuid,
    customer_id    uuid,
    identity_kind  varchar,
    identity_key   varchar,
    name           varchar,
    email          varchar,
    country        varchar,
    member         varchar,
    order_ref      varchar,
    ordered_at     timestamptz,
    day            date,
    sku            varchar,
    description    varchar,
    quantity       decimal(19,4),
    unit_price     decimal(19,4),
    discount       decimal(19,4),
    amount         decimal(19,4),
    line_cost      decimal(19,4),
    currency       varchar,
    exchange_rate  decimal(18,8),
    channel        varchar,
    cancelled_on   date
);
