-- Question  What was ordered? Every version of every line; at most one version of a line is live.
-- Grain     one row per line and import that changed it; line_id and order_id are named by content (decision 0003)
-- Columns   content   fingerprint of what the file said; equal content means nothing changed
--           day       business day; derived again from ordered_at, where there is one, when the zone changes
--           amount, line_cost are in currency; revenue, cost are in the business's currency at exchange_rate
create table order_lines (
    line_id        uuid           not null,
    import_number  bigint         not null,
    live           boolean        not null,
    content        uuid           not null,
    order_id       uuid           not null,
    identity_id    uuid,
    customer_id    uuid,
    row_number     bigint         not null,
    order_ref      varchar,
    ordered_at     timestamptz,
    day            date           not null,
    sku            varchar,
    quantity       decimal(19,4),
    unit_price     decimal(19,4),
    discount       decimal(19,4),
    amount         decimal(19,4)  not null,
    line_cost      decimal(19,4),
    currency       varchar,
    exchange_rate  decimal(18,8)  not null,
    revenue        decimal(19,4)  not null,
    cost           decimal(19,4),
    channel        varchar,
    cancelled_on   date
);
