-- Question  Which orders are refunds set against? Derived by RefundMatcher.
-- Grain     one row per refund and order it falls on, plus one for what could not be matched (order_id null)
create table refund_matches (
    refund_id      uuid           not null,
    customer_id    uuid,
    order_id       uuid,
    order_day      date,
    day            date           not null,
    amount         decimal(19,4)  not null,
    cost_returned  decimal(19,4),
    matched_by     varchar
);
