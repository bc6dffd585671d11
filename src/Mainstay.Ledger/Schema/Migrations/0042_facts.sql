-- Question  What else passed with customers, what was spent on winning them, and what do the firm's resources cost?
-- Grain     one row per fact and import that changed it; at most one version of a fact is live
-- Columns   kind    activity | activity_time | pool | rate | payment | touch | acquisition_spend | referral |
--                   product_cost | order_cost | exception; the view of each kind gives the columns their names
--           day, until  from when until when it holds, or when it happened; a definition without a day always held
--           mark    measured | time_study | estimated | default: what the figure rests on
--           amount  file_amount in the business's currency at exchange_rate
create table facts (
    fact_id            uuid     not null,
    import_number      bigint   not null,
    live               boolean  not null,
    content            uuid     not null,
    kind               varchar  not null,
    identity_id        uuid,
    customer_id        uuid,
    other_customer_id  uuid,
    order_id           uuid,
    row_number         bigint   not null,
    day                date,
    until              date,
    name               varchar,
    channel            varchar,
    detail             varchar,
    quantity           decimal(18,4),
    minutes            decimal(18,4),
    share              decimal(9,8),
    file_amount        decimal(19,4),
    currency           varchar,
    exchange_rate      decimal(18,8) not null,
    amount             decimal(19,4),
    mark               varchar
);
