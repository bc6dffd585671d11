-- Question  What is known of each customer today? Derived from the live identities.
-- Grain     one row per customer with a live identity
create table customers (
    customer_id   uuid     not null,
    customer_key  varchar  not null,
    name          varchar,
    email         varchar,
    country       varchar,
    is_lead       boolean  not null
);
