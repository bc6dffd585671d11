-- Holds     what 0019 says
-- Grain     as in 0019
-- Note      money as it is: unpacking packed numbers of 38 digits takes the embedded engine longer than the analysis
create table purchase_days (
    customer_id        uuid           not null,
    day                date           not null,
    valid_from         date           not null,
    valid_until        date,
    spend              decimal(38,4)  using compression uncompressed,
    net_revenue        decimal(38,4)  not null using compression uncompressed,
    net_of_costs       decimal(38,4)  not null using compression uncompressed,
    estimated_revenue  decimal(38,4)  not null using compression uncompressed
);
