-- Holds     what each customer cost in a snapshot beside their goods, and what winning and recommending comes to
-- Grain     one row per snapshot and customer with any of it; costs are positive
-- Columns   fees_and_delivery … marketing  by step of the margin ladder
--           avoidable_cost   the part of all of them that would go with the work
--           estimated_cost   the part of all that rests on estimated or default inputs
--           minutes          time the customer took, of pools and of rates that know it
--           mark             what the costs rest on, at worst: measured | time_study | estimated | default
create table cost_snapshots (
    snapshot_id        uuid           not null,
    customer_id        uuid           not null,
    fees_and_delivery  decimal(38,12) not null,
    returns            decimal(38,12) not null,
    service_cost       decimal(38,12) not null,
    marketing          decimal(38,12) not null,
    avoidable_cost     decimal(38,12) not null,
    minutes            decimal(38,12) not null,
    estimated_cost     decimal(38,12) not null,
    acquisition_cost   decimal(38,12) not null,
    referral_value     double precision,
    mark               varchar        not null
);
