-- Holds     what 0018, 0040, 0041 and 0058 say
-- Grain     as in 0018
-- Note      as it is: looking for a form that packs a column takes longer than writing it, and a snapshot is written more
--           often than it is old
create table customer_snapshots (
    snapshot_id             uuid           not null,
    customer_id             uuid           not null,
    customer                varchar        not null using compression uncompressed,
    name                    varchar,
    email                   varchar,
    stage                   varchar        not null using compression uncompressed,
    state                   varchar        using compression uncompressed,
    tier                    varchar        using compression uncompressed,
    frequency               bigint         using compression uncompressed,
    recency                 double         using compression uncompressed,
    t                       double         using compression uncompressed,
    monetary_value          double         using compression uncompressed,
    p_alive                 double         using compression uncompressed,
    p_alive_model           varchar        not null,
    expected_purchases_12m  double         using compression uncompressed,
    residual_purchases      double         using compression uncompressed,
    expected_spend          double         using compression uncompressed,
    margin_rate             double         using compression uncompressed,
    margin_to_date          decimal(38,12) not null,
    residual_value          double         using compression uncompressed,
    lifetime_value          double         using compression uncompressed,
    first_day               date           using compression uncompressed,
    last_day                date           using compression uncompressed,
    purchase_days           bigint         not null using compression uncompressed,
    net_revenue             decimal(38,4)  not null,
    margin_estimated        boolean        not null,
    residual_low            double         using compression uncompressed,
    residual_high           double         using compression uncompressed,
    service_rate            double         using compression uncompressed
);
