-- Holds     what each customer cost in a snapshot beside their goods, and what winning and recommending comes to
-- Grain     one row per snapshot and customer with any of it; costs are positive
-- Columns   returns … other_service  by what the work was for; avoidable_cost is the part of all seven that would go
--           estimated_cost   the part of all that rests on estimated or default inputs
--           minutes          time the customer took, of pools and of rates that know it
--           mark             what the costs rest on, at worst: measured | time_study | estimated | default
create table cost_snapshots (
    snapshot_id       uuid           not null,
    customer_id       uuid           not null,
    payment_fees      decimal(38,12) not null,
    delivery          decimal(38,12) not null,
    returns           decimal(38,12) not null,
    order_handling    decimal(38,12) not null,
    support           decimal(38,12) not null,
    rework            decimal(38,12) not null,
    special_delivery  decimal(38,12) not null,
    negotiation       decimal(38,12) not null,
    slow_payment      decimal(38,12) not null,
    other_service     decimal(38,12) not null,
    marketing         decimal(38,12) not null,
    avoidable_cost    decimal(38,12) not null,
    minutes           decimal(38,12) not null,
    estimated_cost    decimal(38,12) not null,
    acquisition_cost  decimal(38,12) not null,
    referral_value    double precision,
    mark              varchar        not null
);
