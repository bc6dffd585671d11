-- Question  What was given back? Every version of every dated refund, as positive money; at most one version is live.
-- Grain     one row per refund and import that changed it; columns as in order_lines
create table refunds (
    refund_id        uuid           not null,
    import_number    bigint         not null,
    live             boolean        not null,
    content          uuid           not null,
    order_ref_match  uuid,
    identity_id      uuid,
    customer_id      uuid,
    row_number       bigint         not null,
    order_ref        varchar,
    ordered_at       timestamptz,
    day              date           not null,
    sku              varchar,
    quantity         decimal(19,4),
    file_amount      decimal(19,4)  not null,
    file_cost        decimal(19,4),
    currency         varchar,
    exchange_rate    decimal(18,8)  not null,
    amount           decimal(19,4)  not null,
    cost_returned    decimal(19,4),
    channel          varchar
);
